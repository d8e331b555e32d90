namespace BatchTools.Tests;

public sealed class LogPathTemplateTests
{
    [Fact]
    public void The_default_has_a_folder_a_workload_and_a_name_and_a_file_an_attempt() =>
        Assert.Equal("md-42/sim/7.2.log", PathOf(SaveLogOptions.DefaultTemplate, Stream(index: 7), "md-42"));

    [Fact]
    public void Jobs_of_one_name_without_an_index_are_kept_apart_by_their_ids() =>
        Assert.Equal("no-workload/sim/id-1.2.log", PathOf(SaveLogOptions.DefaultTemplate, Stream(), null));

    [Theory]
    [InlineData("../../etc/passwd", ".._.._etc_passwd.log")]
    [InlineData("..", "_.log")]
    [InlineData("a:b*c", "a_b_c.log")]
    public void A_name_does_not_lead_to_another_folder(string name, string path) => Assert.Equal(path, PathOf("{name}.log", Stream(name: name), null));

    [Fact]
    public void Containers_never_share_a_file()
    {
        Assert.Equal("sim.side.log", PathOf("{name}.log", Stream(container: "side"), null));
        Assert.Equal("side/sim.log", PathOf("{CONTAINER}/{name}.log", Stream(container: "side"), null));
    }

    [Fact]
    public void What_is_not_known_is_named_with_what_is()
    {
        var error = Assert.Throws<BatchException>(() => LogPathTemplate.Read("{date}.log"));
        Assert.Equal(nameof(Messages.UnknownPlaceholder), error.ErrorId);
        Assert.Contains("{date}", error.Message, StringComparison.Ordinal);
        Assert.Contains("{attempt}", error.Message, StringComparison.Ordinal);
    }

    private static string PathOf(string template, LogStream stream, string? workload) => LogPathTemplate.Read(template).PathOf(stream, workload);

    private static LogStream Stream(string name = "sim", int? index = null, string? container = null) =>
        new(new Job { JobId = "id-1", JobName = name, ArrayIndex = index, Connection = null! }, 2, container, "group", "stream");
}
