using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Attachments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    file_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    stored_name = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_by_group = table.Column<bool>(type: "boolean", nullable: false),
                    added_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    removed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    removed_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    scan = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    scanned_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    virus = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    scan_tries = table.Column<int>(type: "integer", nullable: false),
                    look_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_case_id",
                table: "attachments",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_look_utc",
                table: "attachments",
                column: "look_utc");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_scan_scan_tries",
                table: "attachments",
                columns: new[] { "scan", "scan_tries" });

            migrationBuilder.CreateIndex(
                name: "ix_attachments_stored_name",
                table: "attachments",
                column: "stored_name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachments");
        }
    }
}
