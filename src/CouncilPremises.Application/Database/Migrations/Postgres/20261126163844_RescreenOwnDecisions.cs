using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RescreenOwnDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_rescreenings_list_versions_to_version_id",
                table: "rescreenings");

            migrationBuilder.AlterColumn<Guid>(
                name: "to_version_id",
                table: "rescreenings",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<string>(
                name: "part",
                table: "rescreenings",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200);

            migrationBuilder.AddColumn<Guid>(
                name: "decision_id",
                table: "rescreenings",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_rescreenings_decision_id",
                table: "rescreenings",
                column: "decision_id");

            migrationBuilder.AddForeignKey(
                name: "fk_rescreenings_decisions_decision_id",
                table: "rescreenings",
                column: "decision_id",
                principalTable: "decisions",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "fk_rescreenings_list_versions_to_version_id",
                table: "rescreenings",
                column: "to_version_id",
                principalTable: "list_versions",
                principalColumn: "id");

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
            migrationBuilder.Sql("DELETE FROM rescreenings WHERE decision_id IS NOT NULL");

            migrationBuilder.DropForeignKey(
                name: "fk_rescreenings_decisions_decision_id",
                table: "rescreenings");

            migrationBuilder.DropForeignKey(
                name: "fk_rescreenings_list_versions_to_version_id",
                table: "rescreenings");

            migrationBuilder.DropIndex(
                name: "ix_rescreenings_decision_id",
                table: "rescreenings");

            migrationBuilder.DropColumn(
                name: "decision_id",
                table: "rescreenings");

            migrationBuilder.AlterColumn<Guid>(
                name: "to_version_id",
                table: "rescreenings",
                type: "uuid",
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "part",
                table: "rescreenings",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(200)",
                oldMaxLength: 200,
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "fk_rescreenings_list_versions_to_version_id",
                table: "rescreenings",
                column: "to_version_id",
                principalTable: "list_versions",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
