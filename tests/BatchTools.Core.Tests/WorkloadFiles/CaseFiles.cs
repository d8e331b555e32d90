using BatchTools.WorkloadFiles;

namespace BatchTools.Tests;

/// <summary>The inputs under `Cases`: files as users have them.</summary>
internal static class CaseFiles
{
    /// <summary>The path of a file.</summary>
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "WorkloadFiles", "Cases", name);

    /// <summary>A file's content; it is free of faults.</summary>
    public static SourceNode Read(string name)
    {
        var problems = new SourceProblems();
        var document = SourceDocument.Load(PathOf(name), problems);
        problems.ThrowIfAny();
        return document.Root;
    }
}
