using System.Text.RegularExpressions;

namespace BatchTools.Architecture.Tests;

/// <summary>Where things live: one test project a source project, one type a file, files short enough to read.</summary>
public sealed partial class LayoutTests
{
    private const int LongestFile = 350;

    public static TheoryData<string> SourceProjects => [.. Directory.GetDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder)!)];

    public static IEnumerable<string> SourceFiles => Directory
        .EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !BuildOutput().IsMatch(file));

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void Each_source_project_has_its_tests(string project) =>
        Assert.True(File.Exists(Repository.PathOf("tests", $"{project}.Tests", $"{project}.Tests.csproj")), $"{project} has no tests/{project}.Tests.");

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void Each_source_project_is_in_the_solution_with_its_tests(string project)
    {
        var solution = File.ReadAllText(Repository.PathOf("BatchTools.sln"));

        Assert.Contains($"{project}.csproj", solution, StringComparison.Ordinal);
        Assert.Contains($"{project}.Tests.csproj", solution, StringComparison.Ordinal);
    }

    [Fact]
    public void No_source_file_is_too_long_to_read()
    {
        var tooLong = SourceFiles.Where(file => File.ReadLines(file).Count() > LongestFile).Select(file => Path.GetRelativePath(Repository.Root, file));

        Assert.Empty(tooLong);
    }

    /// <summary>A folder may also name the room that its tests run against: those are the contract tests.</summary>
    [Fact]
    public void A_folder_of_tests_has_its_counterpart_in_the_source()
    {
        var strays =
            from project in Directory.GetDirectories(Repository.PathOf("tests"), "BatchTools.*.Tests")
            let source = Repository.PathOf("src", Path.GetFileName(project)[..^".Tests".Length])
            where Directory.Exists(source)
            from file in Directory.EnumerateFiles(project, "*Tests.cs", SearchOption.AllDirectories)
            where !BuildOutput().IsMatch(file)
            let folder = Path.GetRelativePath(project, Path.GetDirectoryName(file)!)
            where folder != "." && !Directory.Exists(Path.Combine(source, folder)) && !Directory.Exists(Repository.PathOf("src", "BatchTools." + folder))
            select Path.GetRelativePath(Repository.Root, file);

        Assert.Empty(strays);
    }

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex BuildOutput();
}
