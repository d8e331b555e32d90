namespace BatchTools.Tests;

public sealed class CsvReportTests
{
    [Fact]
    public void A_row_is_a_job_and_parameters_are_columns()
    {
        var lines = ReportTests.Text(SampleWorkload.Sweep(7, 2, 7), ReportFormat.Csv).Split("\r\n");

        Assert.Equal(
            "jobId,jobName,status,statusReason,exitCode,reason,jobQueue,jobDefinition,attempts,createdAt,startedAt,stoppedAt,queueSeconds,runSeconds,vcpu,memoryMiB,arrayIndex,logStreamName,temperature,pressure,steps,timestep",
            lines[0]);
        Assert.Equal(9, lines.Length);
        Assert.Equal(string.Empty, lines[^1]);
        Assert.Matches(
            @"^00000006-1111-2222-3333-444444444444,simulation-T275-P1_5,FAILED,Essential container in task exited,(1|137),.*,hpc-queue,scientific-simulation:3,2,2026-11-21T09:30:00\.090[+-]\d\d:\d\d,.*,2,512,,scientific-simulation/default/0{31}6,275,1\.5,1000000,0\.001$",
            lines[7]);
    }

    [Fact]
    public void Text_with_commas_quotes_and_line_breaks_is_quoted_and_what_looks_like_a_formula_is_made_text()
    {
        var text = Report(new() { ["a"] = "=HYPERLINK(\"http://x\")", ["b"] = "@SUM(1)", ["c"] = "-5", ["d"] = "-x", ["e"] = "+1,5", ["f"] = "say \"hi\"\r\nthere", ["g"] = " padded", ["h"] = "\t=1" });

        Assert.EndsWith(",\"'=HYPERLINK(\"\"http://x\"\")\",'@SUM(1),-5,'-x,\"'+1,5\",\"say \"\"hi\"\"\r\nthere\",\" padded\",'\t=1\r\n", text);
    }

    [Fact]
    public void A_parameter_named_as_a_column_is_told_apart_and_names_are_made_harmless_too()
    {
        var head = Report(new() { ["Status"] = "x", ["=1+1"] = "y", ["a,b"] = "z" }).Split("\r\n")[0];

        Assert.EndsWith(",logStreamName,parameter.Status,'=1+1,\"a,b\"", head);
    }

    private static string Report(Dictionary<string, string> parameters)
    {
        var measure = new WorkloadMeasure();
        measure.Add(SampleWorkload.Job("id", "name", JobStatus.SUCCEEDED, parameters: parameters));
        return ReportTests.Text(measure.ToSummary(), ReportFormat.Csv);
    }
}
