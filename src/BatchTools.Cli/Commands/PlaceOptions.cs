using System.CommandLine;
using System.CommandLine.Parsing;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>The options that say where a command works: on the local engine, or on AWS.</summary>
/// <param name="opensEngine">Whether the command may open an engine that starts jobs, and so takes the options of that.</param>
internal sealed class PlaceOptions(bool opensEngine)
{
    private readonly Option<bool> _local = new("--local") { Description = "Work on the local engine of this machine. The default, unless a profile, a Region or an endpoint is given." };

    private readonly Option<string?> _profile = new("--profile") { HelpName = "P", Description = "Work on AWS with this profile of ~/.aws. Default: as AWS CLI finds its credentials." };

    private readonly Option<string?> _region = new("--region") { HelpName = "R", Description = "Work on AWS in this Region. Default: the profile's." };

    private readonly Option<Uri?> _endpoint = new("--endpoint")
    {
        HelpName = "URL",
        Description = "Work at this address in place of the Region's own, such as that of an engine that is served elsewhere. Default: AWS_ENDPOINT_URL, on AWS.",
        CustomParser = ReadEndpoint,
    };

    private readonly Option<string?> _data = CommonOptions.DataDirectory();

    private readonly EngineOptions? _engine = opensEngine ? new() : null;

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _local, _profile, _region, _endpoint, _data })
            command.Options.Add(option);
        _engine?.AddTo(command);
        command.Validators.Add(Check);
    }

    /// <summary>Where the command is to work.</summary>
    /// <param name="parsed">What was given.</param>
    /// <param name="owner">What a second opener of the local engine is told about this command.</param>
    /// <param name="startsJobs">Whether jobs are started while the command has the local engine open.</param>
    public Place Read(ParseResult parsed, string owner, bool startsJobs) => new()
    {
        Profile = parsed.GetValue(_profile),
        Region = parsed.GetValue(_region),
        Endpoint = parsed.GetValue(_endpoint),
        DataDirectory = parsed.GetValue(_data),
        Engine = (_engine?.Read(parsed) ?? new()) with { Owner = owner, HoldsJobs = !startsJobs },
        EngineOption = _engine?.FirstGiven(parsed.CommandResult),
    };

    private void Check(CommandResult result)
    {
        Option?[] away = [_profile, _region, _endpoint];
        if (!away.Any(option => result.GetResult(option!) is not null))
            return;
        const string Neither = "it goes with neither --profile nor --region nor --endpoint";
        if (result.GetValue(_local))
            result.AddError($"--local works on this machine; {Neither}");
        else if (result.GetValue(_data) is not null)
            result.AddError($"--data belongs to the local engine; {Neither}");
        else if (_engine?.FirstGiven(result) is { } given)
            result.AddError($"{given} belongs to the local engine; {Neither}");
    }

    private static Uri? ReadEndpoint(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        result.AddError($"'{text}' is no address: give one such as http://127.0.0.1:7300");
        return null;
    }
}
