using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ListParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_list_versions_list_number",
                table: "list_versions");

            migrationBuilder.DropIndex(
                name: "ix_hits_state",
                table: "hits");

            migrationBuilder.AddColumn<bool>(
                name: "is_complete",
                table: "list_versions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "part",
                table: "list_versions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "used_by_id",
                table: "list_versions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "used_from_utc",
                table: "list_versions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agreeing",
                table: "hits",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<double>(
                name: "order",
                table: "hits",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "rules",
                table: "hits",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "rescreenings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    cases_done = table.Column<int>(type: "integer", nullable: false),
                    hits_found = table.Column<int>(type: "integer", nullable: false),
                    leased_until_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    finished_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "ix_list_versions_list_part_number",
                table: "list_versions",
                columns: new[] { "list", "part", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hits_state_proposed_utc",
                table: "hits",
                columns: new[] { "state", "proposed_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_rescreenings_finished_utc_created_utc",
                table: "rescreenings",
                columns: new[] { "finished_utc", "created_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_rescreenings_to_version_id",
                table: "rescreenings",
                column: "to_version_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rescreenings");

            migrationBuilder.DropIndex(
                name: "ix_list_versions_list_part_number",
                table: "list_versions");

            migrationBuilder.DropIndex(
                name: "ix_hits_state_proposed_utc",
                table: "hits");

            migrationBuilder.DropColumn(
                name: "is_complete",
                table: "list_versions");

            migrationBuilder.DropColumn(
                name: "part",
                table: "list_versions");

            migrationBuilder.DropColumn(
                name: "used_by_id",
                table: "list_versions");

            migrationBuilder.DropColumn(
                name: "used_from_utc",
                table: "list_versions");

            migrationBuilder.DropColumn(
                name: "agreeing",
                table: "hits");

            migrationBuilder.DropColumn(
                name: "order",
                table: "hits");

            migrationBuilder.DropColumn(
                name: "rules",
                table: "hits");

            migrationBuilder.CreateIndex(
                name: "ix_list_versions_list_number",
                table: "list_versions",
                columns: new[] { "list", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hits_state",
                table: "hits",
                column: "state");
        }
    }
}
