using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace BatchTools.Aws.Wire;

/// <summary>Finds a request's endpoint: hands region, FIPS, dual stack and a custom URL to the configuration's endpoint provider.</summary>
internal sealed class RegionalEndpointResolver : BaseEndpointResolver
{
    /// <summary>The endpoint of a request under a configuration, without sending it.</summary>
    public static Endpoint Determine(ClientConfig config, ServiceOperationEndpointParameters parameters)
    {
        var context = new RequestContext(enableMetrics: false, clientSigner: null)
        {
            ClientConfig = config,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, config.ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new RegionalEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }

    /// <inheritdoc/>
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    /// <inheritdoc/>
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        var parameters = new EndpointParameters
        {
            ["Region"] = Region(requestContext.Request.AlternateEndpoint ?? config.RegionEndpoint, config),
            ["UseDualStack"] = config.UseDualstackEndpoint,
            ["UseFIPS"] = config.UseFIPSEndpoint,
            ["Endpoint"] = config.ServiceURL,
        };
        return parameters;
    }

    private static string? Region(RegionEndpoint? region, IClientConfig config)
    {
        if (region is not null)
            return region.SystemName;
        if (string.IsNullOrEmpty(config.ServiceURL))
            return null;
        return string.IsNullOrEmpty(config.AuthenticationRegion) ? AWSSDKUtils.DetermineRegion(config.ServiceURL) : config.AuthenticationRegion;
    }
}
