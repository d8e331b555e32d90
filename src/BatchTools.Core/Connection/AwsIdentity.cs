using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace BatchTools;

/// <summary>Finds profile, Region and credentials as the AWS CLI does, or says plainly what is missing.</summary>
internal static class AwsIdentity
{
    // The instance's metadata service answers in milliseconds where there is one; elsewhere nobody should wait for it.
    private static readonly TimeSpan LookupLimit = TimeSpan.FromSeconds(5);

    /// <summary>The profile that the settings or AWS_PROFILE name; null if neither, or if keys were given.</summary>
    public static string? ProfileName(AwsConnectionSettings settings) =>
        settings.AccessKeyId is not null ? null : settings.ProfileName ?? Setting("AWS_PROFILE");

    /// <summary>The Region of the settings, the profile, the environment or the instance.</summary>
    public static RegionEndpoint Region(AwsConnectionSettings settings)
    {
        var profile = settings.ProfileName is { } name ? Profile(name) : null;
        var named = settings.Region ?? profile?.Region?.SystemName ?? Setting("AWS_REGION") ?? Setting("AWS_DEFAULT_REGION");
        if (named is not null)
            return Known(named);
        if (ProfileName(settings) is { } active && Profile(active).Region is { } ofProfile)
            return ofProfile;
        if (new CredentialProfileStoreChain().TryGetProfile("default", out var byDefault) && byDefault.Region is { } ofDefault)
            return ofDefault;
        throw BatchException.For(nameof(Messages.NoRegion), ErrorKind.NotConnected, null);
    }

    /// <summary>The credentials of the settings, the profile, or the chain of places where AWS's tools look.</summary>
    public static AWSCredentials Credentials(AwsConnectionSettings settings)
    {
        if ((settings.AccessKeyId is null) != (settings.SecretAccessKey is null))
            throw BatchException.For(nameof(Messages.IncompleteCredentials), ErrorKind.InvalidInput, settings.AccessKeyId);
        if (settings.AccessKeyId is not null)
        {
            return settings.SessionToken is { } token
                ? new SessionAWSCredentials(settings.AccessKeyId, settings.SecretAccessKey, token)
                : new BasicAWSCredentials(settings.AccessKeyId, settings.SecretAccessKey);
        }

        return settings.ProfileName is { } name ? OfProfile(Profile(name)) : OfChain();
    }

    private static AWSCredentials OfProfile(CredentialProfile profile)
    {
        try
        {
            return AWSCredentialsFactory.GetAWSCredentials(profile, new CredentialProfileStoreChain());
        }
        catch (Exception exception) when (exception is AmazonClientException or ArgumentException or InvalidDataException)
        {
            throw BatchException.From(
                exception, nameof(Messages.ProfileUnusable), ErrorKind.NotConnected, profile.Name, profile.Name, OneLine.Of(exception));
        }
    }

    private static AWSCredentials OfChain()
    {
        if (Setting("AWS_ACCESS_KEY_ID") is null && Setting("AWS_PROFILE") is { } name)
            return OfProfile(Profile(name));
        try
        {
            using var limit = new CancellationTokenSource(LookupLimit, TimeProvider.System);
            return new DefaultAWSCredentialsIdentityResolver().ResolveIdentity(null, limit.Token);
        }
        catch (Exception exception) when (exception is AmazonClientException or OperationCanceledException or InvalidOperationException)
        {
            throw BatchException.From(exception, nameof(Messages.NoCredentials), ErrorKind.NotConnected, null);
        }
    }

    private static CredentialProfile Profile(string name)
    {
        var chain = new CredentialProfileStoreChain();
        if (chain.TryGetProfile(name, out var profile))
            return profile;
        var known = string.Join(", ", chain.ListProfiles().Select(each => each.Name).Order(StringComparer.Ordinal));
        throw BatchException.For(
            nameof(Messages.UnknownProfile), ErrorKind.NotConnected, name, name, known.Length == 0 ? "none" : known);
    }

    private static RegionEndpoint Known(string region) =>
        RegionName.IsPlausible(region)
            ? RegionEndpoint.GetBySystemName(region)
            : throw BatchException.For(nameof(Messages.UnknownRegion), ErrorKind.InvalidInput, region, region);

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
