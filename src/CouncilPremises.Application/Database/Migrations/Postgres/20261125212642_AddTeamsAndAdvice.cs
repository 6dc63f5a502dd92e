using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddTeamsAndAdvice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "away_from",
                table: "users",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "away_until",
                table: "users",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "guest_from",
                table: "users",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "guest_of",
                table: "users",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "guest_until",
                table: "users",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "guest_of",
                table: "invitations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "guest_until",
                table: "invitations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "answered_on",
                table: "consultations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "extended_utc",
                table: "consultations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_marks",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_version = table.Column<int>(type: "integer", nullable: false),
                    seen_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                name: "saved_filters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    view = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    venue_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    search = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "ix_consultations_answered_utc_kind",
                table: "consultations",
                columns: new[] { "answered_utc", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_case_marks_case_id",
                table: "case_marks",
                column: "case_id");

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
                name: "case_marks");

            migrationBuilder.DropTable(
                name: "saved_filters");

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
                name: "guest_of",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "guest_until",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "answered_on",
                table: "consultations");

            migrationBuilder.DropColumn(
                name: "extended_utc",
                table: "consultations");
        }
    }
}
