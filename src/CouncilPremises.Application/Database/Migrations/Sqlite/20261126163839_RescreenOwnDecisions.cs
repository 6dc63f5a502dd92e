using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Sqlite
{
    // SQLite changes a column by making the table anew. The tool's own way turns foreign keys off outside any transaction, and whoever was
    // stopped in between would have half a migration; nothing points at this table, so it is exchanged inside one.
    /// <inheritdoc />
    public partial class RescreenOwnDecisions : Migration
    {
        private const string Kept = "id, part, from_version_id, to_version_id, created_utc, last_reference, cases_done, hits_found, leased_until_utc, finished_utc, version";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "rescreenings_new",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from_version_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to_version_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    cases_done = table.Column<int>(type: "INTEGER", nullable: false),
                    hits_found = table.Column<int>(type: "INTEGER", nullable: false),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rescreenings", x => x.id);
                    table.ForeignKey(
                        name: "fk_rescreenings_list_versions_to_version_id",
                        column: x => x.to_version_id,
                        principalTable: "list_versions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_rescreenings_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id");
                });

            Exchange(migrationBuilder, "");
            migrationBuilder.CreateIndex(
                name: "ix_rescreenings_decision_id",
                table: "rescreenings",
                column: "decision_id");

            // What was decided before is tried once, too
            migrationBuilder.Sql("""
                INSERT INTO rescreenings (id, decision_id, created_utc, leased_until_utc, last_reference, cases_done, hits_found, version)
                SELECT id, id, made_utc, made_utc, '', 0, 0, 0 FROM decisions
                WHERE kind IN ('Refuse', 'RefuseDates', 'Cancel') AND ground IN ('D1', 'D4', 'D5', 'D6', 'D9')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "rescreenings_new",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from_version_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    cases_done = table.Column<int>(type: "INTEGER", nullable: false),
                    hits_found = table.Column<int>(type: "INTEGER", nullable: false),
                    leased_until_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    finished_utc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rescreenings", x => x.id);
                    table.ForeignKey(
                        name: "fk_rescreenings_list_versions_to_version_id",
                        column: x => x.to_version_id,
                        principalTable: "list_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            Exchange(migrationBuilder, " WHERE decision_id IS NULL");
        }

        private static void Exchange(MigrationBuilder migrationBuilder, string only)
        {
            migrationBuilder.Sql($"INSERT INTO rescreenings_new ({Kept}) SELECT {Kept} FROM rescreenings{only}");
            migrationBuilder.DropTable(name: "rescreenings");
            migrationBuilder.RenameTable(name: "rescreenings_new", newName: "rescreenings");
            migrationBuilder.CreateIndex(
                name: "ix_rescreenings_finished_utc_created_utc",
                table: "rescreenings",
                columns: new[] { "finished_utc", "created_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_rescreenings_to_version_id",
                table: "rescreenings",
                column: "to_version_id");
        }
    }
}
