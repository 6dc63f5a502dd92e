using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GrantMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "saved_filters",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "marks",
                table: "assessments",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "agreement_editions",
                columns: table => new
                {
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    template = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    approved_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    added_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_editions", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "award_variations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    lines_before = table.Column<string>(type: "TEXT", nullable: false),
                    lines_after = table.Column<string>(type: "TEXT", nullable: false),
                    amount_before = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_after = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_before = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_after = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_variations", x => x.id);
                    table.ForeignKey(
                        name: "fk_award_variations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bank_details",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_name = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    sealed_numbers = table.Column<string>(type: "TEXT", nullable: true),
                    contacts = table.Column<string>(type: "TEXT", nullable: false),
                    last_four = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    account_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    keyed_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    keyed_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    verified_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    verified_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    superseded_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_details", x => x.id);
                    table.ForeignKey(
                        name: "fk_bank_details_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grant_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_final = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    sent_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    read_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    read_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    return_reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    shares_lessons = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_grant_reports_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "overlap_dismissals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_overlap_dismissals", x => x.id);
                    table.ForeignKey(
                        name: "fk_overlap_dismissals_cases_first_case_id",
                        column: x => x.first_case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_overlap_dismissals_cases_second_case_id",
                        column: x => x.second_case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "overlap_keys",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_overlap_keys", x => new { x.case_id, x.kind, x.value });
                    table.ForeignKey(
                        name: "fk_overlap_keys_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recoveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decided_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    received_by_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recoveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_recoveries_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sealed_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "instalments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    after_report = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    released_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    released_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    bank_details_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sent_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    file_reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instalments", x => x.id);
                    table.ForeignKey(
                        name: "fk_instalments_bank_details_bank_details_id",
                        column: x => x.bank_details_id,
                        principalTable: "bank_details",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_instalments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_award_variations_case_id",
                table: "award_variations",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_details_account_hash",
                table: "bank_details",
                column: "account_hash");

            migrationBuilder.CreateIndex(
                name: "ix_bank_details_organisation_id_superseded_utc",
                table: "bank_details",
                columns: new[] { "organisation_id", "superseded_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_bank_details_superseded_utc_verified_utc",
                table: "bank_details",
                columns: new[] { "superseded_utc", "verified_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_grant_reports_case_id_number",
                table: "grant_reports",
                columns: new[] { "case_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grant_reports_shares_lessons_read_utc",
                table: "grant_reports",
                columns: new[] { "shares_lessons", "read_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_grant_reports_state_sent_utc",
                table: "grant_reports",
                columns: new[] { "state", "sent_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_instalments_bank_details_id",
                table: "instalments",
                column: "bank_details_id");

            migrationBuilder.CreateIndex(
                name: "ix_instalments_case_id_number",
                table: "instalments",
                columns: new[] { "case_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_instalments_file_reference",
                table: "instalments",
                column: "file_reference");

            migrationBuilder.CreateIndex(
                name: "ix_instalments_state_due_on",
                table: "instalments",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_overlap_dismissals_first_case_id_second_case_id_kind",
                table: "overlap_dismissals",
                columns: new[] { "first_case_id", "second_case_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_overlap_dismissals_second_case_id",
                table: "overlap_dismissals",
                column: "second_case_id");

            migrationBuilder.CreateIndex(
                name: "ix_overlap_keys_value_kind_case_id",
                table: "overlap_keys",
                columns: new[] { "value", "kind", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_files_made_utc",
                table: "payment_files",
                column: "made_utc");

            migrationBuilder.CreateIndex(
                name: "ix_payment_files_reference",
                table: "payment_files",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recoveries_case_id",
                table: "recoveries",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_editions");

            migrationBuilder.DropTable(
                name: "award_variations");

            migrationBuilder.DropTable(
                name: "grant_reports");

            migrationBuilder.DropTable(
                name: "instalments");

            migrationBuilder.DropTable(
                name: "overlap_dismissals");

            migrationBuilder.DropTable(
                name: "overlap_keys");

            migrationBuilder.DropTable(
                name: "payment_files");

            migrationBuilder.DropTable(
                name: "recoveries");

            migrationBuilder.DropTable(
                name: "sealed_keys");

            migrationBuilder.DropTable(
                name: "bank_details");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "saved_filters");

            migrationBuilder.DropColumn(
                name: "marks",
                table: "assessments");
        }
    }
}
