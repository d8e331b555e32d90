using BatchTools.Cli.Rendering;
using BatchTools.Cli.Terminals;
using BatchTools.Cli.Tests.Support;

namespace BatchTools.Cli.Tests.Rendering;

public sealed class JobTableTests
{
    [Fact]
    public void A_row_has_the_job_its_status_duration_and_exit_code()
    {
        using var output = new StringWriter();
        var terminal = Terminal.On(output, TextWriter.Null);

        terminal.Console.Write(JobTable.Of(
            [TestJobs.Of("good", JobStatus.SUCCEEDED, 0, 1.5), TestJobs.Of("bad", JobStatus.FAILED, 3, 75), TestJobs.Of("never-ran", JobStatus.FAILED)],
            framed: false));

        var rows = output.ToString().Split('\n').Select(line => string.Join('|', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains("good|SUCCEEDED|1.50|s|0", rows);
        Assert.Contains("bad|FAILED|1:15|min|3", rows);
        Assert.Contains("never-ran|FAILED|-|-", rows);
    }

    [Fact]
    public void Long_names_are_not_cut_where_nobody_watches()
    {
        using var output = new StringWriter();
        var name = new string('x', 128);

        Terminal.On(output, TextWriter.Null).Console.Write(JobTable.Of([TestJobs.Of(name, JobStatus.SUCCEEDED, 0, 1)], framed: false));

        Assert.Contains(name, output.ToString());
    }
}
