using System.CommandLine;
using BatchTools.Cli.Rendering;
using BatchTools.Cli.Running;

namespace BatchTools.Cli.Commands;

/// <summary>`batchtools register`: makes the resources of a file, and submits nothing.</summary>
internal sealed class RegisterCommand() : Subcommand(
    "register",
    "Makes the environments, queues, definitions and policies of a file: creates what is missing, changes what differs. Submits nothing.",
    """
      batchtools register infrastructure.json
      batchtools register job-definition.json --profile prod --region us-east-1
    """)
{
    private readonly Argument<string> _file = WorkloadFileArgument.Create();

    private readonly Option<Dictionary<string, string>> _parameters = CommonOptions.Parameters();

    protected override IEnumerable<Symbol> Symbols => [_file, _parameters];

    protected override async Task<int> RunAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var file = WorkloadFile.Load(session.Value(_file), session.Value(_parameters));
        var connection = await session.ConnectAsync(cancellationToken);
        var deployment = new Deployment(connection, session.Display, new LifeOptions { Wait = true });
        await foreach (var change in deployment.DeployAsync(file, cancellationToken))
            PlanOutput.WriteDone(session.Terminal, change);
        return Outcome.Code(session.Display.Errors);
    }
}
