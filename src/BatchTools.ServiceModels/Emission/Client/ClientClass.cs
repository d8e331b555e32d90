using BatchTools.ServiceModels.Models;
using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>Writes a client: its constructors, its pipeline and a method an operation.</summary>
/// <param name="types">The client's types.</param>
internal sealed class ClientClass(ClientTypes types)
{
    private const string Keys = "string awsAccessKeyId, string awsSecretAccessKey";
    private const string SessionKeys = Keys + ", string awsSessionToken";
    private const string Credentials = "global::Amazon.Runtime.AWSCredentials credentials";
    private const string Region = "global::Amazon.RegionEndpoint region";

    private readonly CodeWriter _code = new(types.Namespace);

    private string Config => types.Prefix + "Config";

    /// <summary>The class's file.</summary>
    public string Emit()
    {
        _code.Line($"using {ClientTypes.Wire};");
        _code.Line();
        _code.Line($"/// <summary>The client of {types.Model.Metadata.ServiceId}, over the pipeline of the AWS SDK: credentials, signature, retries.</summary>");
        _code.Open($"public partial class {types.Prefix}Client : global::Amazon.Runtime.AmazonServiceClient, I{types.Prefix}");
        _code.Line($"private static readonly ServiceMetadata Metadata = new({CSharpNames.Literal(types.Model.Metadata.ServiceId)});");
        _code.Line();
        Constructors("", "");
        Constructors(Credentials, "credentials");
        Constructors(Keys, "awsAccessKeyId, awsSecretAccessKey");
        Constructors(SessionKeys, "awsAccessKeyId, awsSecretAccessKey, awsSessionToken");
        Pipeline();
        foreach (var operation in types.Model.Operations)
            Method(operation);
        _code.Close();
        return _code.ToString();
    }

    /// <summary>The three constructors of one way to give credentials: default configuration, a region, a configuration.</summary>
    private void Constructors(string parameters, string arguments)
    {
        var comma = parameters.Length > 0 ? ", " : "";
        Constructor(parameters, $"{arguments}{comma}new {Config}()");
        Constructor($"{parameters}{comma}{Region}", $"{arguments}{comma}new {Config} {{ RegionEndpoint = region }}");
        var name = parameters.Length > 0 ? "clientConfig" : "config";
        Constructor($"{parameters}{comma}{Config} {name}", $"{arguments}{comma}{name}");
    }

    private void Constructor(string parameters, string arguments)
    {
        _code.Line("/// <summary>A client.</summary>");
        _code.Open($"public {types.Prefix}Client({parameters}) : base({arguments})");
        _code.Close();
        _code.Line();
    }

    private void Pipeline()
    {
        _code.Line("/// <inheritdoc/>");
        _code.Line("protected override global::Amazon.Runtime.Internal.IServiceMetadata ServiceMetadata => Metadata;");
        _code.Line();
        _code.Line("/// <inheritdoc/>");
        _code.Line("public global::Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(global::Amazon.Runtime.AmazonWebServiceRequest request) =>");
        _code.Continue("Config.DetermineServiceOperationEndpoint(new global::Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters(request));");
        _code.Line();
        _code.Line("/// <inheritdoc/>");
        _code.Line("protected override void CustomizeRuntimePipeline(global::Amazon.Runtime.Internal.RuntimePipeline pipeline) => ServicePipeline.Customize(pipeline);");
        _code.Line();
    }

    private void Method(Operation operation)
    {
        _code.Line($"/// <summary>Calls <c>{operation.Name}</c>.</summary>");
        _code.Line($"public virtual global::System.Threading.Tasks.Task<{types.Structure(operation.Output.Name)}> {operation.Name}Async({types.Structure(operation.Input.Name)} request, global::System.Threading.CancellationToken cancellationToken = default) =>");
        _code.Continue($"InvokeAsync<{types.Structure(operation.Output.Name)}>(request, {ClientOperations.ClassName(types)}.{operation.Name}.Options(), cancellationToken);");
        _code.Line();
    }
}
