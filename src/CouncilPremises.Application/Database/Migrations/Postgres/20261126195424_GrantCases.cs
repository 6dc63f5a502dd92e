using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class GrantCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "asked_of_grant",
                table: "information_requests",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_number = table.Column<int>(type: "integer", nullable: false),
                    assessor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    scores = table.Column<string>(type: "text", nullable: false),
                    started_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    given_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outdated_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "awards",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    awarded = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false),
                    moved_by_officers = table.Column<long>(type: "bigint", nullable: false),
                    starts = table.Column<DateOnly>(type: "date", nullable: false),
                    ends = table.Column<DateOnly>(type: "date", nullable: false),
                    public_description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    approved_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    accept_by = table.Column<DateOnly>(type: "date", nullable: true),
                    agreement_version = table.Column<int>(type: "integer", nullable: true),
                    agreement_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    accepted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    state_since_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    suspended_for = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    suspension_text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    suspension_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    termination = table.Column<string>(type: "text", nullable: true),
                    withholding = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_awards", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_awards_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_awards_funds_fund_id",
                        column: x => x.fund_id,
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grant_applications",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    asked = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    saved_sections = table.Column<string>(type: "text", nullable: false),
                    submission_number = table.Column<int>(type: "integer", nullable: false),
                    clarification = table.Column<string>(type: "text", nullable: true),
                    community_test = table.Column<string>(type: "text", nullable: true),
                    outcome_published_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_applications", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_grant_applications_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_grant_applications_funds_fund_id",
                        column: x => x.fund_id,
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_grant_applications_grant_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "grant_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grant_submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_submissions", x => x.id);
                    table.ForeignKey(
                        name: "fk_grant_submissions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "moderations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission_number = table.Column<int>(type: "integer", nullable: false),
                    criterion = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    is_joint = table.Column<bool>(type: "boolean", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    agreed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    agreed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderations", x => x.id);
                    table.ForeignKey(
                        name: "fk_moderations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assessments_case_id_submission_number_assessor_id",
                table: "assessments",
                columns: new[] { "case_id", "submission_number", "assessor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_awards_fund_id_state",
                table: "awards",
                columns: new[] { "fund_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_awards_state_accept_by",
                table: "awards",
                columns: new[] { "state", "accept_by" });

            migrationBuilder.CreateIndex(
                name: "ix_grant_applications_fund_id",
                table: "grant_applications",
                column: "fund_id");

            migrationBuilder.CreateIndex(
                name: "ix_grant_applications_round_id_case_id",
                table: "grant_applications",
                columns: new[] { "round_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_grant_submissions_case_id_number",
                table: "grant_submissions",
                columns: new[] { "case_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_moderations_case_id",
                table: "moderations",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "awards");

            migrationBuilder.DropTable(
                name: "grant_applications");

            migrationBuilder.DropTable(
                name: "grant_submissions");

            migrationBuilder.DropTable(
                name: "moderations");

            migrationBuilder.DropColumn(
                name: "asked_of_grant",
                table: "information_requests");
        }
    }
}
