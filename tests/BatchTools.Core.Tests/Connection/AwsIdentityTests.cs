namespace BatchTools.Tests;

/// <summary>How profile, Region, credentials and endpoint are found. The environment is the process's, so one at a time.</summary>
[Collection(nameof(EnvironmentScope))]
public sealed class AwsIdentityTests : IDisposable
{
    private const string Files = """
        [default]
        region = eu-west-1
        aws_access_key_id = AKIDDEFAULT
        aws_secret_access_key = secret-of-default

        [profile lab]
        region = eu-central-1
        aws_access_key_id = AKIDLAB
        aws_secret_access_key = secret-of-lab

        [profile bare]
        output = json
        """;

    private readonly EnvironmentScope _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void Without_anything_the_Region_is_what_is_missing_first()
    {
        var error = Assert.Throws<BatchException>(() => { _ = BatchConnection.ToAws(new AwsConnectionSettings()); });
        Assert.Equal((nameof(Messages.NoRegion), ErrorKind.NotConnected), (error.ErrorId, error.Kind));
    }

    [Fact]
    public void Without_credentials_it_says_so_and_what_to_do()
    {
        var error = Assert.Throws<BatchException>(() => { _ = BatchConnection.ToAws(new AwsConnectionSettings { Region = "us-east-1" }); });
        Assert.Equal((nameof(Messages.NoCredentials), ErrorKind.NotConnected), (error.ErrorId, error.Kind));
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task The_default_profile_serves_where_nothing_is_named()
    {
        _environment.Config(Files);
        var connection = BatchConnection.ToAws(new AwsConnectionSettings());
        Assert.Equal(("default", "eu-west-1", null, null), (connection.Name, connection.Region, connection.ProfileName, connection.Endpoint));
        Assert.Equal("AKIDDEFAULT", await KeyAsync(new AwsConnectionSettings()));
    }

    [Fact]
    public async Task A_named_profile_brings_its_Region_and_its_keys_over_those_of_the_environment()
    {
        _environment.Config(Files);
        _environment.Set("AWS_ACCESS_KEY_ID", "AKIDENV");
        _environment.Set("AWS_SECRET_ACCESS_KEY", "secret-of-env");
        _environment.Set("AWS_REGION", "us-west-2");

        var connection = BatchConnection.ToAws(new AwsConnectionSettings { ProfileName = "lab" });

        Assert.Equal(("lab", "eu-central-1", "lab"), (connection.Name, connection.Region, connection.ProfileName));
        Assert.Equal("AKIDLAB", await KeyAsync(new AwsConnectionSettings { ProfileName = "lab" }));
    }

    [Fact]
    public async Task The_profile_of_the_environment_is_taken_and_a_Region_given_wins()
    {
        _environment.Config(Files);
        _environment.Set("AWS_PROFILE", "lab");
        var connection = BatchConnection.ToAws(new AwsConnectionSettings());
        Assert.Equal(("lab", "eu-central-1"), (connection.Name, connection.Region));
        Assert.Equal("ap-south-1", BatchConnection.ToAws(new AwsConnectionSettings { Region = "ap-south-1" }).Region);
        Assert.Equal("AKIDLAB", await KeyAsync(new AwsConnectionSettings()));
    }

    [Fact]
    public void An_unknown_profile_is_named_with_those_there_are()
    {
        _environment.Config(Files);
        var error = Assert.Throws<BatchException>(() => { _ = BatchConnection.ToAws(new AwsConnectionSettings { ProfileName = "prod" }); });
        Assert.Equal((nameof(Messages.UnknownProfile), "prod"), (error.ErrorId, error.Target));
        Assert.Contains("Known profiles: lab.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_without_credentials_says_so()
    {
        _environment.Config(Files);
        var error = Assert.Throws<BatchException>(() =>
        {
            _ = BatchConnection.ToAws(new AwsConnectionSettings { ProfileName = "bare", Region = "us-east-1" });
        });
        Assert.Equal((nameof(Messages.ProfileUnusable), ErrorKind.NotConnected), (error.ErrorId, error.Kind));
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("AKID", null)]
    [InlineData(null, "secret")]
    public void Half_a_key_is_refused(string? id, string? secret) => Assert.Equal(
        nameof(Messages.IncompleteCredentials),
        Assert.Throws<BatchException>(() =>
        {
            _ = BatchConnection.ToAws(new AwsConnectionSettings { AccessKeyId = id, SecretAccessKey = secret, Region = "us-east-1" });
        }).ErrorId);

    [Theory]
    [InlineData("frankfurt")]
    [InlineData("us-east-1 ")]
    [InlineData("us-east-1.evil.example/")]
    public void What_is_no_Region_is_refused(string region) => Assert.Equal(
        nameof(Messages.UnknownRegion),
        Assert.Throws<BatchException>(() => { _ = BatchConnection.ToAws(Keys() with { Region = region }); }).ErrorId);

    [Fact]
    public void The_endpoint_comes_from_the_settings_else_from_the_environment()
    {
        _environment.Set("AWS_ENDPOINT_URL", "http://127.0.0.1:4321");
        Assert.Equal(4321, BatchConnection.ToAws(Keys()).Endpoint!.Port);

        _environment.Set("AWS_ENDPOINT_URL_BATCH", "http://127.0.0.1:4322");
        Assert.Equal(4322, BatchConnection.ToAws(Keys()).Endpoint!.Port);
        Assert.Equal(4323, BatchConnection.ToAws(Keys() with { Endpoint = new Uri("http://127.0.0.1:4323") }).Endpoint!.Port);

        _environment.Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        Assert.Null(BatchConnection.ToAws(Keys()).Endpoint);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("nonsense")]
    public void An_endpoint_that_is_no_web_address_is_refused(string address)
    {
        _environment.Set("AWS_ENDPOINT_URL", address);
        Assert.Equal(nameof(Messages.InvalidEndpoint), Assert.Throws<BatchException>(() => { _ = BatchConnection.ToAws(Keys()); }).ErrorId);
    }

    private static AwsConnectionSettings Keys() => new() { AccessKeyId = "AKID", SecretAccessKey = "secret", Region = "us-east-1" };

    private static async Task<string> KeyAsync(AwsConnectionSettings settings) => (await AwsIdentity.Credentials(settings).GetCredentialsAsync()).AccessKey;
}
