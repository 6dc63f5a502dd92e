using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Clocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "organisation_id",
                table: "outbox_messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "letter_format",
                table: "organisations",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "set_utc",
                table: "conditions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attention",
                table: "cases",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<DateTime>(
                name: "look_again_utc",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notice_texts",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_texts", x => new { x.code, x.version });
                });

            migrationBuilder.CreateTable(
                name: "timer_leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    until_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    round_done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    round_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    round_after_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timer_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "timer_marks",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    done_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timer_marks", x => new { x.subject_id, x.kind, x.step });
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_organisation_id",
                table: "outbox_messages",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_expires_utc",
                table: "claims",
                column: "expires_utc",
                filter: "expires_utc IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_check_records_code_valid_until",
                table: "check_records",
                columns: new[] { "code", "valid_until" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_look_again_utc",
                table: "cases",
                column: "look_again_utc");

            migrationBuilder.CreateIndex(
                name: "ix_timer_marks_case_id",
                table: "timer_marks",
                column: "case_id");

            // Cases from before there were timers: each is looked at once, and then knows when to be looked at again
            migrationBuilder.Sql(
                "UPDATE cases SET look_again_utc = changed_utc WHERE state NOT IN "
                + "('Refused', 'Completed', 'Withdrawn', 'CancelledByHirer', 'Lapsed', 'NotDecided', 'CancelledByCouncil')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_texts");

            migrationBuilder.DropTable(
                name: "timer_leases");

            migrationBuilder.DropTable(
                name: "timer_marks");

            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_organisation_id",
                table: "outbox_messages");

            migrationBuilder.DropIndex(
                name: "ix_claims_expires_utc",
                table: "claims");

            migrationBuilder.DropIndex(
                name: "ix_check_records_code_valid_until",
                table: "check_records");

            migrationBuilder.DropIndex(
                name: "ix_cases_look_again_utc",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "organisation_id",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "letter_format",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "set_utc",
                table: "conditions");

            migrationBuilder.DropColumn(
                name: "attention",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "look_again_utc",
                table: "cases");
        }
    }
}
