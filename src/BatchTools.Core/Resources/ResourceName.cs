using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>The form of the names that users give to resources and jobs.</summary>
internal static partial class ResourceName
{
    /// <summary>Whether the text can be a name: 1 to 128 letters, digits, '-' and '_', a letter or digit first.</summary>
    public static bool IsValid(string? name) => name is not null && Form().IsMatch(name);

    /// <summary>The name, if it is valid.</summary>
    /// <exception cref="BatchException">It is not.</exception>
    public static string Checked(string? name) => IsValid(name)
        ? name!
        : throw BatchException.For(nameof(Messages.NameInvalid), ErrorKind.InvalidInput, name, name);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
