using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BatchTools.Aws.Wire;

/// <summary>The settings behind the SDK's defaults modes (<c>AWS_DEFAULTS_MODE</c>), the same for every service.</summary>
internal static class DefaultModes
{
    private static readonly TimeSpan Near = TimeSpan.FromMilliseconds(1100);
    private static readonly TimeSpan Far = TimeSpan.FromMilliseconds(3100);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(30);

    /// <summary>A provider of all modes.</summary>
    public static DefaultConfigurationProvider Provider() => new(
    [
        Mode(DefaultConfigurationMode.Standard, Far),
        Mode(DefaultConfigurationMode.InRegion, Near),
        Mode(DefaultConfigurationMode.CrossRegion, Far),
        Mode(DefaultConfigurationMode.Mobile, Slow),
        Mode(DefaultConfigurationMode.Auto, Near),
    ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, TimeSpan connect) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = connect,
        TlsNegotiationTimeout = connect,
    };
}
