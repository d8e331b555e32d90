using System.Text.Json;

namespace BatchTools.Tests;

public sealed class CostReportTests
{
    private static readonly WorkloadSummary Summary = WithCosts(SampleWorkload.Sweep(3, 1, 3));

    [Fact]
    public void The_page_tells_the_cost_in_a_tile_and_in_a_column_that_sorts_by_the_amount()
    {
        var html = ReportTests.Text(Summary, ReportFormat.Html);

        Assert.Contains("<dt>Cost, as if on AWS</dt><dd>$0.30 to $0.60</dd><dd class=\"more\">33.3 % in attempts without success</dd>", html);
        Assert.Contains("<button type=\"button\">Cost</button>", html);
        Assert.Equal(2, html.Split("<td class=\"number\" data-value=\"0.2\">$0.10 to $0.20</td>").Length - 1);
        Assert.Contains("<td class=\"number\" data-value=\"\"></td>", html);
    }

    [Fact]
    public void What_is_not_known_is_told_in_place_of_the_waste()
    {
        var html = ReportTests.Text(Summary with { Cost = Summary.Cost! with { Missing = ["the price of <x>", "more"], IsCharged = true } }, ReportFormat.Html);

        Assert.Contains("<dt>Cost</dt><dd>$0.30 to $0.60</dd><dd class=\"more\">not known: the price of &lt;x&gt;, and 1 more</dd>", html);
    }

    [Fact]
    public void Markdown_has_the_sum_and_a_column()
    {
        var lines = ReportTests.Text(Summary, ReportFormat.Markdown).Split('\n');

        Assert.Contains("Cost, as if on AWS: **$0.30 to $0.60**; 33.3 % in attempts without success", lines);
        Assert.Contains("| Job | Status | Waited | Ran | Exit code | Cost | Reason |", lines);
        Assert.Equal(2, lines.Count(line => line.Contains(" | $0.10 to $0.20 | ", StringComparison.Ordinal)));
        Assert.All(lines.Where(line => line.StartsWith("| simulation", StringComparison.Ordinal)), line => Assert.Equal(8, line.Count(character => character == '|')));
    }

    [Fact]
    public void Json_has_the_documented_members_for_the_sum_and_for_each_job()
    {
        using var document = JsonDocument.Parse(ReportTests.Text(Summary, ReportFormat.Json));
        var cost = document.RootElement.GetProperty("totals").GetProperty("cost");
        var jobs = document.RootElement.GetProperty("jobs");

        Assert.Equal(["low", "high", "wasteLow", "wasteHigh", "currency", "charged"], cost.EnumerateObject().Select(member => member.Name));
        Assert.Equal((0.3m, 0.6m, "USD", false), (cost.GetProperty("low").GetDecimal(), cost.GetProperty("high").GetDecimal(), cost.GetProperty("currency").GetString(), cost.GetProperty("charged").GetBoolean()));
        Assert.Equal(0.1m, jobs[0].GetProperty("cost").GetProperty("low").GetDecimal());
        Assert.False(jobs[1].TryGetProperty("cost", out _));
    }

    [Fact]
    public void Csv_has_both_bounds_rounded_beyond_any_price_and_a_parameter_of_that_name_is_told_apart()
    {
        var summary = Summary with { Costs = new Dictionary<string, JobCost> { [Summary.Jobs[0].JobId] = Cost(1m / 3, 2, 0) } };
        var lines = ReportTests.Text(summary, ReportFormat.Csv).Split("\r\n");

        Assert.Contains(",logStreamName,costLowUsd,costHighUsd,temperature,", lines[0]);
        Assert.Contains(",0.3333333333,2,250,", lines[1]);
        Assert.Contains(",,,250,", lines[2]);
    }

    private static WorkloadSummary WithCosts(WorkloadSummary summary) => summary with
    {
        Cost = Cost(0.3m, 0.6m, 0.1m),
        Costs = new Dictionary<string, JobCost> { [summary.Jobs[0].JobId] = Cost(0.1m, 0.2m, 0), [summary.Jobs[2].JobId] = Cost(0.1m, 0.2m, 0.1m) },
    };

    private static JobCost Cost(decimal low, decimal high, decimal waste) => new() { JobCount = 1, Cost = new(low, high), Waste = new(waste, waste * 2) };
}
