using System.Text;

namespace BatchTools.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("r.html", null, "<!DOCTYPE html>")]
    [InlineData("r.HTM", null, "<!DOCTYPE html>")]
    [InlineData("r.json", null, "{")]
    [InlineData("r.csv", null, "jobId,")]
    [InlineData("r.md", null, "## md-42")]
    [InlineData("r.xml", null, "<?xml")]
    [InlineData("r.txt", ReportFormat.Csv, "jobId,")]
    [InlineData("new/folder/r.json", ReportFormat.Html, "<!DOCTYPE html>")]
    public async Task The_format_is_the_given_one_or_that_of_the_extension(string name, ReportFormat? format, string start)
    {
        var path = Path.Combine(_folder.Path, name);

        var file = await Reports.ExportAsync(SampleWorkload.Sweep(3, 1, 0), path, format, Cancel);

        Assert.Equal(path, file.FullName);
        Assert.StartsWith(start, await File.ReadAllTextAsync(path, Cancel));
        Assert.Single(Directory.GetFileSystemEntries(file.DirectoryName!));
    }

    [Fact]
    public async Task An_extension_that_tells_no_format_is_an_error() => Assert.Equal(
        "The file name 'report.pdf' tells no report format. Use the extension .html, .json, .csv, .md or .xml (JUnit), or name the format.",
        (await Assert.ThrowsAsync<BatchException>(() => Reports.ExportAsync(SampleWorkload.Sweep(1, 1, 0), "report.pdf", null, Cancel))).Message);

    [Fact]
    public async Task A_report_replaces_an_older_one_only_when_it_is_complete()
    {
        var path = _folder.Write("r.html", "old");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Reports.ExportAsync(SampleWorkload.Sweep(5, 1, 0), path, null, stop.Token));
        Assert.Equal("old", await File.ReadAllTextAsync(path, Cancel));

        await Reports.ExportAsync(SampleWorkload.Sweep(5, 1, 0), path, null, Cancel);
        Assert.NotEqual("old", await File.ReadAllTextAsync(path, Cancel));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Breaking_off_while_writing_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new CancellingStream(stop);

        Assert.ThrowsAny<OperationCanceledException>(() => Reports.Write(SampleWorkload.Sweep(5000, 10, 0), stream, ReportFormat.Csv, stop.Token));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        var path = Path.Combine(_folder.Write("file", ""), "r.html");

        var error = await Assert.ThrowsAsync<BatchException>(() => Reports.ExportAsync(SampleWorkload.Sweep(1, 1, 0), path, null, Cancel));

        Assert.Equal("ReportNotWritten", error.ErrorId);
        Assert.StartsWith($"The report {path} cannot be written: ", error.Message);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_stays()
    {
        var path = Path.Combine(_folder.Path, "r.json");
        Directory.CreateDirectory(path);

        Assert.Equal("ReportNotWritten", (await Assert.ThrowsAsync<BatchException>(() => Reports.ExportAsync(SampleWorkload.Sweep(1, 1, 0), path, null, Cancel))).ErrorId);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    /// <summary>The text of a report.</summary>
    internal static string Text(WorkloadSummary summary, ReportFormat format)
    {
        using var stream = new MemoryStream();
        Reports.Write(summary, stream, format, Cancel);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A stream during whose first write the work is cancelled.</summary>
    private sealed class CancellingStream(CancellationTokenSource stop) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => stop.Cancel();

        public override void Write(byte[] buffer, int offset, int count) => stop.Cancel();
    }
}
