namespace BatchTools;

/// <summary>The addresses to call in place of the Region's own; null: the Region's own.</summary>
internal sealed record ConfiguredEndpoints(Uri? Batch, Uri? Logs, Uri? EC2, Uri? Pricing, Uri? CloudWatch)
{
    /// <summary>The address of the settings, else those of the environment, one service's own before the common one.</summary>
    public static ConfiguredEndpoints For(AwsConnectionSettings settings)
    {
        if (settings.Endpoint is { } endpoint)
            return All(Checked(endpoint));
        if (bool.TryParse(Environment.GetEnvironmentVariable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"), out var ignored) && ignored)
            return All(null);
        var common = FromEnvironment("AWS_ENDPOINT_URL");
        return new ConfiguredEndpoints(
            FromEnvironment("AWS_ENDPOINT_URL_BATCH") ?? common,
            FromEnvironment("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS") ?? common,
            FromEnvironment("AWS_ENDPOINT_URL_EC2") ?? common,
            FromEnvironment("AWS_ENDPOINT_URL_PRICING") ?? common,
            FromEnvironment("AWS_ENDPOINT_URL_CLOUDWATCH") ?? common);
    }

    private static ConfiguredEndpoints All(Uri? address) => new(address, address, address, address, address);

    private static Uri? FromEnvironment(string name)
    {
        var text = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) ? Checked(address) : throw Invalid(text);
    }

    private static Uri Checked(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw Invalid(address.OriginalString);

    private static BatchException Invalid(string text) =>
        BatchException.For(nameof(Messages.InvalidEndpoint), ErrorKind.InvalidInput, text, text);
}
