using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Casework : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "sections",
                table: "information_requests",
                newName: "asked");

            migrationBuilder.AddColumn<DateOnly>(
                name: "away_from",
                table: "users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "away_until",
                table: "users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "guest_from",
                table: "users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "guest_of",
                table: "users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "guest_until",
                table: "users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "reopened_utc",
                table: "submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reopens",
                table: "submissions",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<DateTime>(
                name: "identity_changed_utc",
                table: "organisations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "guest_of",
                table: "invitations",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "guest_until",
                table: "invitations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "occurrence_ids",
                table: "decisions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "answered_on",
                table: "consultations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "extended_utc",
                table: "consultations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state_left",
                table: "cases",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "breaches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    raised_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    raised_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    hear_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    hirers_answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    answered_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breaches", x => x.id);
                    table.ForeignKey(
                        name: "fk_breaches_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_breaches_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cancellations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    occurrence_ids = table.Column<string>(type: "TEXT", nullable: false),
                    not_heard_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    alternative = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    refund = table.Column<long>(type: "INTEGER", nullable: false),
                    proposal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decline_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cancellations", x => x.id);
                    table.ForeignKey(
                        name: "fk_cancellations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    is_of_booking = table.Column<bool>(type: "INTEGER", nullable: false),
                    hit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agreeing = table.Column<string>(type: "TEXT", nullable: false),
                    occurrence_ids = table.Column<string>(type: "TEXT", nullable: false),
                    laid_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    laid_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    agreed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agreed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    renewed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    end_text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_holds", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_holds_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_marks",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seen_version = table.Column<int>(type: "INTEGER", nullable: false),
                    seen_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_marks", x => new { x.user_id, x.case_id });
                    table.ForeignKey(
                        name: "fk_case_marks_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_marks_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sections = table.Column<string>(type: "TEXT", nullable: false),
                    saved_sections = table.Column<string>(type: "TEXT", nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    base_submission = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    started_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reopens = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_changes_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "closure_orders",
                columns: table => new
                {
                    closure_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    alternative = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    occurrence_ids = table.Column<string>(type: "TEXT", nullable: false),
                    ordered_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordered_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    countersign_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    signed_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    signed_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    objection = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closure_orders", x => x.closure_id);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    asked_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    returned_to = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_reviews_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "saved_filters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    view = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    venue_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    search = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_filters", x => x.id);
                    table.ForeignKey(
                        name: "fk_saved_filters_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "change_dates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    occurrence_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    space_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    ends = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    start_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    end_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    buffer_before_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    buffer_after_minutes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_dates", x => x.id);
                    table.ForeignKey(
                        name: "fk_change_dates_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_change_dates_spaces_space_id",
                        column: x => x.space_id,
                        principalTable: "spaces",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_consultations_answered_utc_kind",
                table: "consultations",
                columns: new[] { "answered_utc", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_breaches_case_id",
                table: "breaches",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_breaches_organisation_id_state",
                table: "breaches",
                columns: new[] { "organisation_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_breaches_state_hear_until",
                table: "breaches",
                columns: new[] { "state", "hear_until" });

            migrationBuilder.CreateIndex(
                name: "ix_cancellations_case_id",
                table: "cancellations",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_cancellations_decided_utc_proposed_utc",
                table: "cancellations",
                columns: new[] { "decided_utc", "proposed_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_case_holds_case_id",
                table: "case_holds",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_holds_ended_utc_ends_utc",
                table: "case_holds",
                columns: new[] { "ended_utc", "ends_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_case_marks_case_id",
                table: "case_marks",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_dates_change_id",
                table: "change_dates",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_dates_space_id",
                table: "change_dates",
                column: "space_id");

            migrationBuilder.CreateIndex(
                name: "ix_changes_case_id_state",
                table: "changes",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_closure_orders_signed_utc_countersign_by",
                table: "closure_orders",
                columns: new[] { "signed_utc", "countersign_by" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_case_id",
                table: "reviews",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_decided_utc_due_on",
                table: "reviews",
                columns: new[] { "decided_utc", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_subject_id",
                table: "reviews",
                column: "subject_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_filters_user_id_name",
                table: "saved_filters",
                columns: new[] { "user_id", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "breaches");

            migrationBuilder.DropTable(
                name: "cancellations");

            migrationBuilder.DropTable(
                name: "case_holds");

            migrationBuilder.DropTable(
                name: "case_marks");

            migrationBuilder.DropTable(
                name: "change_dates");

            migrationBuilder.DropTable(
                name: "closure_orders");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "saved_filters");

            migrationBuilder.DropTable(
                name: "changes");

            migrationBuilder.DropIndex(
                name: "ix_consultations_answered_utc_kind",
                table: "consultations");

            migrationBuilder.DropColumn(
                name: "away_from",
                table: "users");

            migrationBuilder.DropColumn(
                name: "away_until",
                table: "users");

            migrationBuilder.DropColumn(
                name: "guest_from",
                table: "users");

            migrationBuilder.DropColumn(
                name: "guest_of",
                table: "users");

            migrationBuilder.DropColumn(
                name: "guest_until",
                table: "users");

            migrationBuilder.DropColumn(
                name: "reopened_utc",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "reopens",
                table: "submissions");

            migrationBuilder.DropColumn(
                name: "identity_changed_utc",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "guest_of",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "guest_until",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "occurrence_ids",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "answered_on",
                table: "consultations");

            migrationBuilder.DropColumn(
                name: "extended_utc",
                table: "consultations");

            migrationBuilder.DropColumn(
                name: "state_left",
                table: "cases");

            migrationBuilder.RenameColumn(
                name: "asked",
                table: "information_requests",
                newName: "sections");
        }
    }
}
