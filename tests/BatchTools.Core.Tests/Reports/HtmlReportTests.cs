using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BatchTools.Tests;

public sealed partial class HtmlReportTests
{
    private static readonly DateTime Begin = new(2026, 11, 21, 9, 30, 0, DateTimeKind.Local);

    [Fact]
    public void The_page_says_what_ran_where_when_and_how_it_went()
    {
        var html = Html(SampleWorkload.Sweep(35, 8, 9));

        Assert.Contains("<title>md-42 – 3 of 35 jobs failed</title>", html);
        Assert.Contains("<h1>md-42</h1>", html);
        Assert.Contains("<p class=\"verdict bad\">3 of 35 jobs failed</p>", html);
        Assert.Contains("<dt>Ran on</dt><dd>the local engine</dd>", html);
        Assert.Matches("<dt>Started</dt><dd><time datetime=\"2026-11-21T09:30:00.000[+-]..:..\">2026-11-21 09:30:00 [+-]..:..</time></dd>", System.Net.WebUtility.HtmlDecode(html));
        Assert.Contains("<dt>Succeeded</dt><dd>32</dd><dd class=\"more\">success rate 91.4 %</dd>", html);
        Assert.Contains("<li><span class=\"count\">3×</span><div><p class=\"reason\">Exit code 1: Essential container in task exited</p>", html);
        Assert.Contains("Jobs running at a time: at most 8", html);
        Assert.Contains("In all jobs: steps = 1000000, timestep = 0.001", html);
        Assert.Equal(35, Rows(html));
    }

    [Theory]
    [InlineData(1, 0, "The job succeeded", "good")]
    [InlineData(35, 0, "All 35 jobs succeeded", "good")]
    [InlineData(3, 1, "All 3 jobs failed", "bad")]
    [InlineData(5000, 50, "100 of 5,000 jobs failed", "bad")]
    public void The_verdict_is_a_few_words(int count, int failing, string verdict, string tone) =>
        Assert.Contains($"<p class=\"verdict {tone}\">{verdict}</p>", Html(SampleWorkload.Sweep(count, 20, failing)));

    [Fact]
    public void Whatever_comes_from_outside_is_escaped()
    {
        const string Attack = "\"'><script>alert(1)</script>{0}";
        var measure = new WorkloadMeasure(Attack);
        measure.Add(SampleWorkload.Job(Attack, Attack, JobStatus.FAILED, Attack, new Dictionary<string, string> { [Attack] = Attack }));
        measure.Add(new()
        {
            JobId = "b",
            JobName = Attack,
            Status = JobStatus.RUNNING,
            StatusReason = Attack,
            JobQueue = Attack,
            JobDefinition = Attack,
            CreatedAt = Begin,
            StartedAt = Begin.AddSeconds(30),
            Parameters = new Dictionary<string, string> { [Attack] = "other" },
            Connection = SampleWorkload.Connection,
        });

        var html = Html(measure.ToSummary());

        Assert.DoesNotContain("<script>alert", html);
        Assert.DoesNotContain("\"'>", html);
        Assert.Contains("&quot;&#x27;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{0}", html);
        Assert.Single(Regex.Matches(html, "<script"));
    }

    [Fact]
    public void The_page_asks_nobody_for_anything_and_runs_no_script_but_its_own()
    {
        var html = Html(SampleWorkload.Sweep(35, 8, 9));

        Assert.DoesNotMatch("(?i)\\b(src|href|action|srcset)\\s*=|url\\(|@import|https?:", html);
        var script = Regex.Match(html, "<script>(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains("default-src 'none'", System.Net.WebUtility.HtmlDecode(html));
        Assert.Contains($"script-src 'sha256-{hash}'", System.Net.WebUtility.HtmlDecode(html));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(35)]
    [InlineData(400)]
    [InlineData(5000)]
    public void Markup_is_well_formed_at_any_size(int count)
    {
        var html = Html(count == 0 ? new WorkloadMeasure().ToSummary() : SampleWorkload.Sweep(count, 20, 7));

        var main = XElement.Parse(html[html.IndexOf("<main>", StringComparison.Ordinal)..(html.IndexOf("</main>", StringComparison.Ordinal) + 7)]);

        Assert.Equal(count, Rows(html));
        Assert.Equal(Math.Min(count, 780), main.Descendants("g").Count());
        Assert.Equal(count > 780, html.Contains("780 of 5,000 jobs are drawn, picked evenly; the table has all."));
        Assert.All(main.Descendants("rect"), bar => Assert.InRange(Percent(bar, "x") + Percent(bar, "width"), 0, 100.2));
        Assert.Equal(main.Descendants().Attributes("id").Count(), main.Descendants().Attributes("id").Select(id => id.Value).Distinct().Count());
    }

    [Fact]
    public void Names_stand_beside_the_bars_while_there_is_room()
    {
        Assert.Contains("line-height: 20px\">simulation-T250-P1_0</div>", Html(SampleWorkload.Sweep(35, 8, 0)));
        Assert.DoesNotContain("line-height", Html(SampleWorkload.Sweep(400, 8, 0))[Html(SampleWorkload.Sweep(400, 8, 0)).IndexOf("<main>", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Many_parameters_share_one_column()
    {
        var measure = new WorkloadMeasure("w");
        for (var job = 0; job < 2; job++)
            measure.Add(SampleWorkload.Job($"j{job}", "n", JobStatus.SUCCEEDED, parameters: Enumerable.Range(0, 9).ToDictionary(n => $"p{n}", _ => $"{job}")));

        var html = Html(measure.ToSummary());

        Assert.Contains("<button type=\"button\">Parameters</button>", html);
        Assert.Contains("<td>p0=1, p1=1, p2=1, p3=1, p4=1, p5=1, p6=1, p7=1, p8=1</td>", html);
    }

    private static string Html(WorkloadSummary summary) => ReportTests.Text(summary, ReportFormat.Html);

    private static int Rows(string html) => RowStart().Count(html);

    private static double Percent(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("<tr data-status=")]
    private static partial Regex RowStart();
}
