using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>The options that bound a wait: a duration, or a number of minutes as CI services have it.</summary>
internal sealed class TimeLimit
{
    private readonly Option<TimeSpan?> _time = new("--timeout")
    {
        HelpName = "TIME",
        Description = "Wait no longer than this, such as 90s, 30m, 4h or 01:30:00; the jobs go on. Default: until all have finished.",
        CustomParser = Duration.Parse,
    };

    private readonly Option<TimeSpan?> _minutes = new("--timeout-minutes")
    {
        HelpName = "N",
        Description = "The same as a number of minutes.",
        CustomParser = ReadMinutes,
    };

    public IEnumerable<Option> Options => [_time, _minutes];

    public void Check(CommandResult result)
    {
        if (result.GetResult(_time) is not null && result.GetResult(_minutes) is not null)
            result.AddError("--timeout and --timeout-minutes say the same; give one of them");
    }

    public TimeSpan? Read(CommandSession session) => session.Value(_time) ?? session.Value(_minutes);

    private static TimeSpan? ReadMinutes(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 1_000_000)
            return TimeSpan.FromMinutes(minutes);
        result.AddError($"'{text}' is no number of minutes");
        return null;
    }
}
