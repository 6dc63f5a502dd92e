using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HirersAndClocks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "organiser",
                table: "signed_declarations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "paper_signed_on",
                table: "signed_declarations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "seen_by_id",
                table: "signed_declarations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "organisation_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "post_to",
                table: "outbox_messages",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "letter_format",
                table: "organisations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "set_utc",
                table: "conditions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attention",
                table: "cases",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<bool>(
                name: "is_typed",
                table: "cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "look_again_utc",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_helps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    heard_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    made_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organiser = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    closed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    polling_day = table.Column<DateOnly>(type: "date", nullable: false),
                    wards = table.Column<string>(type: "text", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_elections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kept_forms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    expires_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_forms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_texts",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_texts", x => new { x.code, x.version });
                });

            migrationBuilder.CreateTable(
                name: "timer_leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    round_done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    round_on = table.Column<DateOnly>(type: "date", nullable: true),
                    round_after_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timer_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "timer_marks",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    done_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                name: "case_helps");

            migrationBuilder.DropTable(
                name: "co_sign_requests");

            migrationBuilder.DropTable(
                name: "elections");

            migrationBuilder.DropTable(
                name: "kept_forms");

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
                name: "organiser",
                table: "signed_declarations");

            migrationBuilder.DropColumn(
                name: "paper_signed_on",
                table: "signed_declarations");

            migrationBuilder.DropColumn(
                name: "seen_by_id",
                table: "signed_declarations");

            migrationBuilder.DropColumn(
                name: "organisation_id",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "post_to",
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
                name: "is_typed",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "look_again_utc",
                table: "cases");
        }
    }
}
