using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Programme : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_grant_applications_fund_id",
                table: "grant_applications");

            migrationBuilder.AddColumn<string>(
                name: "objective",
                table: "grant_applications",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "plan_line_id",
                table: "grant_applications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "wards",
                table: "grant_applications",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            // What applications have said so far
            migrationBuilder.Sql("""
                UPDATE grant_applications SET
                    objective = answers::json #>> '{Objectives,Primary,Objective}',
                    plan_line_id = (answers::json #>> '{Project,DeliveryPlanLineId}')::uuid,
                    wards = coalesce(answers::json #>> '{Project,Wards}', '[]')
                """);

            migrationBuilder.CreateTable(
                name: "programme_criteria",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    levels = table.Column<string>(type: "text", nullable: false),
                    is_in_use = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_criteria", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "self_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    findings = table.Column<string>(type: "text", nullable: false),
                    saved_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    completed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    completed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    signed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sent_back = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_assessments", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_grant_applications_fund_id_plan_line_id",
                table: "grant_applications",
                columns: new[] { "fund_id", "plan_line_id" });

            migrationBuilder.CreateIndex(
                name: "ix_awards_approved_utc",
                table: "awards",
                column: "approved_utc");

            migrationBuilder.CreateIndex(
                name: "ix_self_assessments_year",
                table: "self_assessments",
                column: "year",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "programme_criteria");

            migrationBuilder.DropTable(
                name: "self_assessments");

            migrationBuilder.DropIndex(
                name: "ix_grant_applications_fund_id_plan_line_id",
                table: "grant_applications");

            migrationBuilder.DropIndex(
                name: "ix_awards_approved_utc",
                table: "awards");

            migrationBuilder.DropColumn(
                name: "objective",
                table: "grant_applications");

            migrationBuilder.DropColumn(
                name: "plan_line_id",
                table: "grant_applications");

            migrationBuilder.DropColumn(
                name: "wards",
                table: "grant_applications");

            migrationBuilder.CreateIndex(
                name: "ix_grant_applications_fund_id",
                table: "grant_applications",
                column: "fund_id");
        }
    }
}
