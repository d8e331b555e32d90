using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>The form of AWS's Region names. New Regions come, so only the form is held, not a list.</summary>
internal static partial class RegionName
{
    /// <summary>Whether the text could name a Region.</summary>
    public static bool IsPlausible(string region) => Form().IsMatch(region);

    [GeneratedRegex(@"^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
