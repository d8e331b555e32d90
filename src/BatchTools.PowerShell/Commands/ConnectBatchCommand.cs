using System.Management.Automation;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security;
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
/// end with the last connection to the engine. Where another process serves the same data folder (<c>batchtools serve</c>), the
/// connection leads there, and jobs outlive this PowerShell.
/// </para>
/// </remarks>
/// <example>
/// <code>Connect-Batch -Local</code>
/// <para>Opens the local engine with the data folder in $env:BATCHTOOLS_HOME, or ~/.batchtools.</para>
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

    private BatchSession? _session;
    private string? _folder;
    private string _workingFolder = "";

    /// <summary>Connects to the local engine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LocalSet)]
    public SwitchParameter Local { get; set; }

    /// <summary>The folder of the engine's jobs and logs; it is made if it is missing. Default: $env:BATCHTOOLS_HOME, else ~/.batchtools.</summary>
    [Parameter(ParameterSetName = LocalSet)]
    [Alias("Data")]
    public string? DataDirectory { get; set; }

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
        _folder = DataDirectory is null ? null : FullPath(DataDirectory);
        _workingFolder = SessionState.Path.CurrentFileSystemLocation.ProviderPath;
        Start();
        base.EndProcessing();
    }

    private protected override async IAsyncEnumerable<BatchConnection> RunAsync(
        IAsyncEnumerable<object> input, IReporter reporter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var connection = Local
            ? await LocalEngines.ConnectAsync(_session!.Connections, _folder, _workingFolder, cancellationToken)
            : BatchConnection.ToAws(Settings());
        _session!.Use(connection);
        yield return connection;
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
