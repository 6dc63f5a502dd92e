using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>What a form does when somebody else saved first: what was typed stays, and once the other's change has been read, saving again puts it in place of theirs.</summary>
internal static class Overtaken
{
    /// <summary>The version to write into the form shown again, instead of the one that was sent.</summary>
    public static int SeenAnew(this PageModel page, int version)
    {
        page.ModelState.Remove("Version");
        return version;
    }
}
