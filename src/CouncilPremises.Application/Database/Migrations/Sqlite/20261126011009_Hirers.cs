using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Hirers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "organiser",
                table: "signed_declarations",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paper_signed_on",
                table: "signed_declarations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "seen_by_id",
                table: "signed_declarations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "post_to",
                table: "outbox_messages",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_typed",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "case_helps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    heard_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    made_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_helps", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_helps_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_helps_users_officer_id",
                        column: x => x.officer_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "co_sign_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organiser = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_co_sign_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_co_sign_requests_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "elections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    polling_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    wards = table.Column<string>(type: "TEXT", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kept_forms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    expires_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_forms", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_helps_case_id_officer_id",
                table: "case_helps",
                columns: new[] { "case_id", "officer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_helps_officer_id",
                table: "case_helps",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_co_sign_requests_case_id",
                table: "co_sign_requests",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_co_sign_requests_secret_hash",
                table: "co_sign_requests",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_elections_polling_day",
                table: "elections",
                column: "polling_day");

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_expires_utc",
                table: "kept_forms",
                column: "expires_utc");

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_user_id",
                table: "kept_forms",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_helps");

            migrationBuilder.DropTable(
                name: "co_sign_requests");

            migrationBuilder.DropTable(
                name: "elections");

            migrationBuilder.DropTable(
                name: "kept_forms");

            migrationBuilder.DropColumn(
                name: "organiser",
                table: "signed_declarations");

            migrationBuilder.DropColumn(
                name: "paper_signed_on",
                table: "signed_declarations");

            migrationBuilder.DropColumn(
                name: "seen_by_id",
                table: "signed_declarations");

            migrationBuilder.DropColumn(
                name: "post_to",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "is_typed",
                table: "cases");
        }
    }
}
