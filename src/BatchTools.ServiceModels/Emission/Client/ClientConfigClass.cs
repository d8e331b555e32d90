using BatchTools.ServiceModels.Naming;

namespace BatchTools.ServiceModels.Emission.Client;

/// <summary>Writes a client's configuration.</summary>
internal static class ClientConfigClass
{
    /// <summary>The class's file.</summary>
    public static string Emit(ClientTypes types)
    {
        var metadata = types.Model.Metadata;
        var id = CSharpNames.Literal(metadata.ServiceId);
        var code = new CodeWriter(types.Namespace);
        code.Line($"using {ClientTypes.Wire};");
        code.Line();
        code.Line($"/// <summary>How a client reaches {metadata.ServiceId}: region, endpoint, retries, time limits.</summary>");
        code.Line("[global::Amazon.Runtime.Internal.AWSSignerType(\"v4\")]");
        code.Open($"public partial class {types.Prefix}Config : global::Amazon.Runtime.ClientConfig");
        code.Line($"private static readonly string UserAgentText = ServicePipeline.UserAgent({id});");
        code.Line();
        code.Line("/// <summary>The configuration of the environment and the profile.</summary>");
        code.Open($"public {types.Prefix}Config() : base(DefaultModes.Provider())");
        code.Line($"base.ServiceId = {id};");
        code.Line($"AuthenticationServiceName = {CSharpNames.Literal(metadata.SigningName)};");
        code.Line($"EndpointProvider = new {types.Prefix}EndpointProvider();");
        code.Close();
        code.Line();
        code.Line("/// <summary>The service's id, by which environment variables and profiles name it.</summary>");
        code.Line($"public static new string ServiceId => {id};");
        Override(code, "string RegionEndpointServiceName", CSharpNames.Literal(metadata.EndpointPrefix));
        Override(code, "string ServiceVersion", CSharpNames.Literal(metadata.ApiVersion));
        Override(code, "string UserAgent", "UserAgentText");
        Override(code, "global::Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(global::Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters parameters)", "RegionalEndpointResolver.Determine(this, parameters)");
        code.Close();
        return code.ToString();
    }

    private static void Override(CodeWriter code, string member, string value)
    {
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public override {member} => {value};");
    }
}
