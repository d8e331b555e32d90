using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BatchTools.Cli.Serving;
using BatchTools.Cli.Terminals;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools serve`: the local engine as a server on this machine.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 7300;

    public static Command Create(Terminal terminal)
    {
        var port = new Option<int>("--port")
        {
            HelpName = "N",
            Description = "The port on 127.0.0.1; 0 takes any that is free.",
            DefaultValueFactory = _ => DefaultPort,
            CustomParser = ReadPort,
        };
        var data = CommonOptions.DataDirectory();
        var engine = new EngineOptions();
        var command = new ExampleCommand(
            "serve",
            "Serves the local engine on this machine, for AWS CLI, AWS SDKs and BatchTools. Ends with Ctrl+C.",
            """
              batchtools serve --data ~/engine &
              source ~/engine/aws.env
              aws batch describe-job-queues
              batchtools serve --runner container --container-arg=--network=none
              batchtools serve --fault spot=0.05,throttle=0.1,lost-reply=0.02 --seed 7
            """)
        {
            port,
            data,
        };
        engine.AddTo(command);
        var output = new OutputOptions();
        output.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var styled = terminal.With(output.Read(parsed));
            return FailureBoundary.RunAsync(
                styled,
                () => EngineServer.RunAsync(parsed.GetValue(port), engine.Read(parsed) with { DataDirectory = parsed.GetValue(data) }, styled, cancellationToken),
                cancellationToken);
        });
        return command;
    }

    private static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return port;
        result.AddError($"'{text}' is no port: give a number from 0 to 65535");
        return 0;
    }
}
