namespace BatchTools.LocalEngine.Api.Batch;

/// <summary>Which names AWS Batch takes.</summary>
internal static class NameRules
{
    private const int Maximum = 128;

    /// <summary>Checks a name: 1 to 128 letters, digits, '-' and '_'.</summary>
    /// <param name="name">The name.</param>
    /// <param name="what">What it names, as AWS's message begins.</param>
    /// <exception cref="ServiceError">ClientException.</exception>
    public static void Check(string? name, string what)
    {
        if (string.IsNullOrEmpty(name) || name.Length > Maximum || !name.All(IsNameCharacter))
            throw Bad(what);
    }

    /// <summary>Checks a job's name, whose first character must be a letter or digit.</summary>
    /// <exception cref="ServiceError">ClientException.</exception>
    public static void CheckJob(string? name)
    {
        Check(name, "Job");
        if (!char.IsAsciiLetterOrDigit(name![0]))
            throw Bad("Job");
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';

    private static ServiceError Bad(string what) => BatchErrors.Executing($"{what} name should match valid pattern");
}
