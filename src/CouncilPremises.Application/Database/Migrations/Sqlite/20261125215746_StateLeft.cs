using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CouncilPremises.Application.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StateLeft : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "state_left",
                table: "cases",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "state_left",
                table: "cases");
        }
    }
}
