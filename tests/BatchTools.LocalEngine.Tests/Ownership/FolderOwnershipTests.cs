using System.Runtime.Versioning;
using BatchTools.LocalEngine.Storage;
using BatchTools.LocalEngine.Tests.Support;
using Engine = BatchTools.LocalEngine.LocalEngine;

namespace BatchTools.LocalEngine.Tests.Ownership;

[UnsupportedOSPlatform("windows")]
public sealed class FolderOwnershipTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Task<Engine> OpenAsync(string _owner = "the first") => Engine.OpenAsync(
        new LocalEngineOptions { DataDirectory = _folder.File("data"), Owner = _owner }, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_second_opener_is_told_who_has_the_folder_and_where_it_serves()
    {
        await using var engine = await OpenAsync();
        engine.PublishAddress(new Uri("http://127.0.0.1:8042/"));

        var error = await Assert.ThrowsAsync<LocalEngineException>(() => OpenAsync("the second"));

        Assert.Contains($"process {Environment.ProcessId} (the first), which serves it at http://127.0.0.1:8042/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_folder_can_be_opened_again_with_the_same_key()
    {
        EngineCredentials credentials;
        await using (var engine = await OpenAsync())
            credentials = engine.Credentials;

        await using var again = await OpenAsync();

        Assert.Equal(credentials, again.Credentials);
    }

    [Fact]
    public async Task What_a_dead_owner_left_behind_holds_nobody_up()
    {
        await using (await OpenAsync())
        {
        }

        await File.WriteAllTextAsync(
            _folder.File("data/owner.json"),
            """{"ProcessId":1,"ProcessStart":"2001-01-01T00:00:00Z","Owner":"gone","Address":"http://127.0.0.1:1/"}""",
            TestContext.Current.CancellationToken);

        Assert.Null(LocalEngineLocator.FindServing(_folder.File("data")));
        await using var engine = await OpenAsync();
    }

    [Fact]
    public async Task A_serving_engine_is_found_with_its_credentials()
    {
        Assert.Null(LocalEngineLocator.FindServing(_folder.File("data")));
        await using var engine = await OpenAsync();
        Assert.Null(LocalEngineLocator.FindServing(_folder.File("data")));

        engine.PublishAddress(new Uri("http://127.0.0.1:8042/"));
        Assert.Equal(
            new LocalEngineAddress(new Uri("http://127.0.0.1:8042/"), engine.Credentials, Environment.ProcessId, "the first"),
            LocalEngineLocator.FindServing(_folder.File("data")));

        engine.PublishAddress(null);
        Assert.Null(LocalEngineLocator.FindServing(_folder.File("data")));
    }

    [Fact]
    public async Task The_environment_file_is_there_for_its_user_while_the_engine_serves()
    {
        var file = _folder.File("data/aws.env");
        await using (var engine = await OpenAsync())
        {
            engine.PublishAddress(new Uri("http://127.0.0.1:8042/"));
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);

            Assert.Contains($"export AWS_ACCESS_KEY_ID={engine.Credentials.AccessKeyId}", lines);
            Assert.Contains($"export AWS_SECRET_ACCESS_KEY={engine.Credentials.SecretAccessKey}", lines);
            Assert.Contains("export AWS_REGION=us-east-1", lines);
            Assert.Contains("export AWS_ENDPOINT_URL=http://127.0.0.1:8042", lines);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task The_folder_and_its_secrets_are_the_users_alone()
    {
        await using var engine = await OpenAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(engine.DataDirectory));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("data/credentials.json")));
    }

    [Fact]
    public async Task A_damaged_credentials_file_is_named()
    {
        Directory.CreateDirectory(_folder.File("data"));
        await File.WriteAllTextAsync(_folder.File("data/credentials.json"), "{", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<LocalEngineException>(() => OpenAsync());

        Assert.Contains("credentials.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_a_newer_version_is_left_alone()
    {
        await using (await OpenAsync())
        {
        }

        using (var connection = Database.Open(_folder.File("data/state.db"), "FULL", StateSchema.Upgrades))
            Database.Execute(connection, "PRAGMA user_version = 99");

        var error = await Assert.ThrowsAsync<LocalEngineException>(() => OpenAsync());

        Assert.Contains("newer version of BatchTools (schema 99", error.Message, StringComparison.Ordinal);
    }
}
