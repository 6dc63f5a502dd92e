using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GrantFunds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "funds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    scheme_title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    funding_source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    budget = table.Column<long>(type: "INTEGER", nullable: false),
                    lowest_award = table.Column<long>(type: "INTEGER", nullable: false),
                    highest_award = table.Column<long>(type: "INTEGER", nullable: false),
                    match_share_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    responsible_officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funds", x => x.id);
                    table.ForeignKey(
                        name: "fk_funds_users_responsible_officer_id",
                        column: x => x.responsible_officer_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "delivery_plan_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    objective = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    wards = table.Column<string>(type: "TEXT", nullable: false),
                    fund_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_plan_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_plan_line_funds_fund_id",
                        column: x => x.fund_id,
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "grant_rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fund_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    opens_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closes_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    form_version = table.Column<int>(type: "INTEGER", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_rounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_grant_rounds_funds_fund_id",
                        column: x => x.fund_id,
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "late_permission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    until_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_late_permission", x => x.id);
                    table.ForeignKey(
                        name: "fk_late_permission_grant_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "grant_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_late_permission_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_plan_line_fund_id",
                table: "delivery_plan_line",
                column: "fund_id");

            migrationBuilder.CreateIndex(
                name: "ix_funds_responsible_officer_id",
                table: "funds",
                column: "responsible_officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_grant_rounds_closes_utc",
                table: "grant_rounds",
                column: "closes_utc");

            migrationBuilder.CreateIndex(
                name: "ix_grant_rounds_fund_id_closes_utc",
                table: "grant_rounds",
                columns: new[] { "fund_id", "closes_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_grant_rounds_slug",
                table: "grant_rounds",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_late_permission_organisation_id",
                table: "late_permission",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_late_permission_round_id",
                table: "late_permission",
                column: "round_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delivery_plan_line");

            migrationBuilder.DropTable(
                name: "late_permission");

            migrationBuilder.DropTable(
                name: "grant_rounds");

            migrationBuilder.DropTable(
                name: "funds");
        }
    }
}
