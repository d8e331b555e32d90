using Spectre.Console;
using Spectre.Console.Rendering;

namespace BatchTools.Cli.Rendering;

/// <summary>The latest state of each activity, drawn as a bar with its status below. Safe to use from any thread.</summary>
internal sealed class ActivityBoard(TimeProvider timeProvider)
{
    private const int BarWidth = 40;

    private readonly Lock _gate = new();
    private readonly List<ProgressUpdate> _activities = [];
    private readonly long _start = timeProvider.GetTimestamp();

    public void Set(ProgressUpdate update)
    {
        lock (_gate)
        {
            var index = _activities.FindIndex(known => known.Activity == update.Activity);
            if (index < 0)
                _activities.Add(update);
            else
                _activities[index] = update;
            // What is done makes room, but the last word stays until another activity speaks.
            if (_activities.Count > 1)
                _activities.RemoveAll(activity => activity.Completed);
        }
    }

    public IRenderable Draw()
    {
        var rows = new List<IRenderable>();
        lock (_gate)
        {
            foreach (var activity in _activities)
            {
                rows.Add(new Markup($"{Markup.Escape(activity.Activity)} {Bar(activity.Fraction)}{Ahead(activity)}"));
                rows.Add(new Markup($"  [grey]{Markup.Escape(activity.Status)}[/]"));
            }
        }
        // Of a display of one line Spectre asks terminals to go up by none, which they take for one, and the line above is lost.
        if (rows.Count == 0)
            rows.Add(new Markup("Starting"));
        rows.Add(new Markup($"  [grey]{ProgressText.Rough(timeProvider.GetElapsedTime(_start))}[/]"));
        return new Rows(rows);
    }

    private static string Bar(double? fraction)
    {
        if (fraction is not { } known)
            return "";
        var done = (int)Math.Floor(BarWidth * Math.Clamp(known, 0, 1));
        return $"[green]{new string('━', done)}[/][grey]{new string('─', BarWidth - done)}[/] {ProgressText.Percent(known)}";
    }

    private static string Ahead(ProgressUpdate activity) =>
        activity is { Remaining: { } time, Completed: false } ? $"  [blue]{ProgressText.Rough(time)} left[/]" : "";
}
