namespace BatchTools.Journals;

/// <summary>
/// Who has a journal open: each has a file beside it that is locked for as long as it lives, however it ends.
/// </summary>
internal static class JournalSessions
{
    private const string Mark = ".open-";

    /// <summary>The file of a session.</summary>
    public static string File(string journal, string session) => $"{journal}{Mark}{session}";

    /// <summary>Whether someone has the journal open.</summary>
    public static bool AnyIsAlive(string journal) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(journal)!, $"{Path.GetFileName(journal)}{Mark}*").ToArray().Any(JournalFiles.IsHeld);
}
