using System.Globalization;
using System.Text;

namespace BatchTools;

/// <summary>How many jobs ran at a time, as an area over the time.</summary>
internal static class HtmlConcurrency
{
    private const int Height = 110;
    private const int Columns = 800;

    /// <summary>Writes the chart.</summary>
    public static void Write(HtmlOutput html, IReadOnlyList<TimelineBar> bars, TimeAxis axis)
    {
        var (most, columns) = Count(bars, axis);
        var line = Path(columns, most);
        html.Write($"<div class=\"lanes\"><div class=\"names\"></div><div><h3>Jobs running at a time: at most {ReportText.Count(most)}</h3>");
        html.Write($"<svg height=\"{Height}\" role=\"img\" aria-label=\"At most {ReportText.Count(most)} jobs ran at a time\">");
        HtmlTimeline.Lines(html, axis, Height);
        html.Write($"<svg height=\"{Height}\" width=\"100%\" viewBox=\"0 0 {Columns} {Height}\" preserveAspectRatio=\"none\">");
        html.Line($"<path class=\"area\" d=\"{line}V{Height}H0Z\"/><path class=\"edge\" d=\"{line}\"/></svg></svg></div></div>");
    }

    // The most jobs at a time within each column, so that no peak is lost between two of them.
    private static (int Most, int[] Columns) Count(IReadOnlyList<TimelineBar> bars, TimeAxis axis)
    {
        var changes = bars.SelectMany(bar => bar.Attempts)
            .SelectMany(attempt => new[] { (At: attempt.Start, By: 1), (At: attempt.Stop, By: -1) })
            .OrderBy(change => change.At).ThenBy(change => change.By);
        var columns = new int[Columns];
        var (running, most, column) = (0, 0, 0);
        foreach (var (at, by) in changes)
        {
            var next = Math.Min(Columns - 1, (int)(axis.Percent(at) / 100 * Columns));
            for (; column < next; columns[++column] = running)
            {
            }

            running += by;
            columns[column] = Math.Max(columns[column], running);
            most = Math.Max(most, running);
        }

        return (most, columns);
    }

    private static string Path(int[] columns, int most)
    {
        var path = new StringBuilder();
        for (var column = 0; column < columns.Length; column++)
        {
            if (column > 0 && columns[column] == columns[column - 1])
                continue;
            var y = Height - ((Height - 4.0) * columns[column] / Math.Max(1, most));
            path.Append(CultureInfo.InvariantCulture, $"{(column == 0 ? "M0 " : $"H{column}V")}{y:0.#}");
        }

        return path.Append('H').Append(Columns).ToString();
    }
}
