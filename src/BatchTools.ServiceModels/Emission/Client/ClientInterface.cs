namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>Writes a client's interface.</summary>
internal static class ClientInterface
{
    /// <summary>The interface's file.</summary>
    public static string Emit(ClientTypes types)
    {
        var service = types.Model.Metadata.ServiceId;
        var code = new CodeWriter(types.Namespace);
        code.Line($"/// <summary>A client of {service}.</summary>");
        code.Open($"public partial interface I{types.Prefix} : global::Amazon.Runtime.IAmazonService, global::System.IDisposable");
        foreach (var operation in types.Model.Operations)
        {
            code.Line($"/// <summary>Calls <c>{operation.Name}</c>.</summary>");
            code.Line($"global::System.Threading.Tasks.Task<{types.Structure(operation.Output.Name)}> {operation.Name}Async({types.Structure(operation.Input.Name)} request, global::System.Threading.CancellationToken cancellationToken = default);");
            code.Line();
        }
        code.Line("/// <summary>The endpoint that a request would go to.</summary>");
        code.Line("global::Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(global::Amazon.Runtime.AmazonWebServiceRequest request);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"static global::Amazon.Runtime.ClientConfig global::Amazon.Runtime.IAmazonService.CreateDefaultClientConfig() => new {types.Prefix}Config();");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("static global::Amazon.Runtime.IAmazonService global::Amazon.Runtime.IAmazonService.CreateDefaultServiceClient(global::Amazon.Runtime.AWSCredentials awsCredentials, global::Amazon.Runtime.ClientConfig clientConfig) =>");
        code.Continue($"awsCredentials is null ? new {types.Prefix}Client(({types.Prefix}Config)clientConfig) : new {types.Prefix}Client(awsCredentials, ({types.Prefix}Config)clientConfig);");
        code.Close();
        return code.ToString();
    }
}
