using System.Management.Automation;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security;
using BatchTools.LocalEngine;
using BatchTools.LocalEngine.Faults;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;
using BatchTools.PowerShell.Session;

namespace BatchTools.PowerShell.Commands;

/// <summary>Connects to AWS Batch, or to the local engine, a small AWS Batch on this machine.</summary>
/// <remarks>
/// <para>
/// The connection becomes the default one: cmdlets use it unless they are given another one, or work on objects that came from
/// another one. It also goes to the pipeline, to be kept in a variable.
/// </para>
/// <para>
/// Without -Local, credentials and Region are found as the AWS CLI finds them: environment variables, profiles (SSO and assumed roles
/// included), the role of the machine.
/// </para>
/// <para>
/// With -Local the engine runs in this PowerShell, and needs no account and no network; its jobs are processes of this machine. They
/// end with the last connection to the engine. Where another process has the same data folder open, the connection leads there: to
/// <c>batchtools serve</c>, where jobs outlive this PowerShell, or to another PowerShell, with which the engine ends.
/// </para>
/// </remarks>
/// <example>
/// <code>Connect-Batch -Local</code>
/// <para>Opens the local engine with the data folder in $env:BATCHTOOLS_HOME, or ~/.batchtools.</para>
/// </example>
/// <example>
/// <code>Connect-Batch -Local -DataDirectory ./rehearsal -Fault 'spot=0.05,throttle=0.1,lost-reply=0.02' -Seed 7</code>
/// <para>Opens a local engine that takes the hosts of some jobs away, refuses some requests and loses some answers, the same ones each time.</para>
/// </example>
/// <example>
/// <code>Connect-Batch -Local -DataDirectory ./small -Processor 4 -Memory 8192 -Retention 1.00:00:00</code>
/// <para>Opens a local engine that runs jobs of 4 vCPUs and 8 GiB of memory at once, and forgets finished ones after a day.</para>
/// </example>
/// <example>
/// <code>Connect-Batch -ProfileName prod -Region eu-central-1</code>
/// <para>Connects to AWS with a profile of ~/.aws/config.</para>
/// </example>
/// <example>
/// <code>
/// $test = Connect-Batch -Endpoint http://127.0.0.1:8042 -Region us-east-1 -Credential (Get-Credential)
/// Get-BatchJob -Connection $test
/// </code>
/// <para>Connects to an endpoint of its own with an access key: the key's id as the user name, its secret as the password.</para>
/// </example>
/// <seealso cref="GetBatchConnectionCommand"/>
/// <seealso cref="DisconnectBatchCommand"/>
[Cmdlet(VerbsCommunications.Connect, "Batch", DefaultParameterSetName = ProfileSet)]
[OutputType(typeof(BatchConnection))]
public sealed class ConnectBatchCommand : StreamingCmdlet<object, BatchConnection>
{
    private const string ProfileSet = "Profile";
    private const string CredentialSet = "Credential";
    private const string LocalSet = "Local";

    private static readonly string[] OpeningParameters = [nameof(Runner), nameof(ContainerArgument), nameof(Fault), nameof(Seed), nameof(Processor), nameof(Memory), nameof(Gpu), nameof(Retention), nameof(LogLimit)];

    private BatchSession? _session;
    private LocalEngineOptions _engine = new();
    private string? _openingParameter;

    /// <summary>Connects to the local engine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LocalSet)]
    public SwitchParameter Local { get; set; }

    /// <summary>The folder of the engine's jobs and logs; it is made if it is missing. Default: $env:BATCHTOOLS_HOME, else ~/.batchtools.</summary>
    [Parameter(ParameterSetName = LocalSet)]
    [Alias("Data")]
    public string? DataDirectory { get; set; }

    /// <summary>
    /// How the engine runs jobs: Process, as processes of this machine; Container, as containers of their images by podman or docker;
    /// Simulated, not at all: a job takes the time that its environment gives, on a clock that jumps. Default: Process.
    /// </summary>
    [Parameter(ParameterSetName = LocalSet)]
    [ValidateSet("Process", "Container", "Simulated")]
    public string? Runner { get; set; }

    /// <summary>More arguments for podman or docker, such as --network=none. Default: the words of $env:BATCHTOOLS_CONTAINER_ARGS.</summary>
    [Parameter(ParameterSetName = LocalSet)]
    public string[]? ContainerArgument { get; set; }

    /// <summary>
    /// Faults to bring about on purpose, with their rates from 0 to 1: spot, slow-start, throttle, error, lost-reply and lost-request, such as
    /// spot=0.05,throttle=0.1. Default: none.
    /// </summary>
    [Parameter(ParameterSetName = LocalSet)]
    public string[]? Fault { get; set; }

    /// <summary>Decides which faults come, and what simulated jobs leave to chance. Default: 0.</summary>
    [Parameter(ParameterSetName = LocalSet)]
    public int Seed { get; set; }

    /// <summary>The vCPUs of the environment 'local' that a fresh data folder gets; one that exists keeps its own. Default: the processors of this machine.</summary>
    [Parameter(ParameterSetName = LocalSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? Processor { get; set; }

    /// <summary>The memory, in MiB, that running jobs may ask for together. Default: this machine's.</summary>
    [Parameter(ParameterSetName = LocalSet)]
    [ValidateRange(4, int.MaxValue)]
    public int? Memory { get; set; }

    /// <summary>The GPUs that running jobs may ask for together. Default: those of this machine.</summary>
    [Parameter(ParameterSetName = LocalSet)]
    [ValidateRange(0, int.MaxValue)]
    public int? Gpu { get; set; }

    /// <summary>How long finished jobs and their logs are kept, such as 1.00:00:00 for a day. Default: 7 days; simulated jobs are kept for ever.</summary>
    [Parameter(ParameterSetName = LocalSet)]
    [ValidateNotNull]
    public TimeSpan? Retention { get; set; }

    /// <summary>What is kept of the log of one attempt at most, in MiB; the log's last line says what was left out. Default: 1024.</summary>
    [Parameter(ParameterSetName = LocalSet)]
    [ValidateRange(1, int.MaxValue)]
    public int LogLimit { get; set; } = new LocalEngineOptions().LogLimit;

    /// <summary>The profile in ~/.aws/config or ~/.aws/credentials. Default: $env:AWS_PROFILE, else the default profile.</summary>
    [Parameter(Position = 0, ParameterSetName = ProfileSet)]
    [Alias("Profile")]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The AWS Region, such as us-east-1. Default: $env:AWS_REGION, else the profile's.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The address to call in place of the Region's own. Default: $env:AWS_ENDPOINT_URL, if it is set.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Alias("EndpointUrl")]
    public Uri? Endpoint { get; set; }

    /// <summary>An access key, in place of a profile: its id as the user name, its secret as the password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    public PSCredential? Credential { get; set; }

    /// <summary>The session token of temporary credentials.</summary>
    [Parameter(ParameterSetName = CredentialSet)]
    public SecureString? SessionToken { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _session = BatchSession.Current;
        _engine = EngineOptions();
        _openingParameter = OpeningParameters.FirstOrDefault(MyInvocation.BoundParameters.ContainsKey);
        Start();
        base.EndProcessing();
    }

    private protected override async IAsyncEnumerable<BatchConnection> RunAsync(
        IAsyncEnumerable<object> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var connection = Local
            ? await LocalEngines.ConnectAsync(_session!.Connections, _engine with { Faults = ReadFaults() }, _openingParameter, cancellationToken)
            : BatchConnection.ToAws(Settings());
        _session!.Use(connection);
        yield return connection;
    }

    private LocalEngineOptions EngineOptions() => new()
    {
        DataDirectory = DataDirectory is null ? null : FullPath(DataDirectory),
        WorkingDirectory = SessionState.Path.CurrentFileSystemLocation.ProviderPath,
        Runner = Runner is null ? RunnerKind.Process : Enum.Parse<RunnerKind>(Runner, ignoreCase: true),
        ContainerArguments = ContainerArgument,
        Seed = Seed,
        Processors = Processor,
        Memory = Memory,
        Gpus = Gpu,
        Retention = Retention ?? new LocalEngineOptions().Retention,
        LogLimit = LogLimit,
    };

    private FaultPlan? ReadFaults()
    {
        if (Fault is null)
            return null;
        var text = string.Join(',', Fault);
        try
        {
            return FaultPlan.Parse(text, Seed);
        }
        catch (LocalEngineException error)
        {
            throw BatchException.From(error, nameof(Messages.InvalidFault), ErrorKind.InvalidInput, text, error.Message);
        }
    }

    private AwsConnectionSettings Settings() => new()
    {
        ProfileName = ProfileName,
        Region = Region,
        Endpoint = Endpoint,
        AccessKeyId = Credential?.UserName,
        SecretAccessKey = Credential?.GetNetworkCredential().Password,
        SessionToken = SessionToken is null ? null : new NetworkCredential("", SessionToken).Password,
    };
}
