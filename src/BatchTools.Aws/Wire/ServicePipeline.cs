using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace BatchTools.Aws.Wire;

/// <summary>What every client adds to the SDK's pipeline.</summary>
internal static class ServicePipeline
{
    private static readonly string Version = typeof(ServicePipeline).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Puts the choice of endpoint and signature after the marshaller.</summary>
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }

    /// <summary>How a client names itself to a service.</summary>
    public static string UserAgent(string serviceId) => InternalSDKUtils.BuildUserAgentString(serviceId, Version);
}
