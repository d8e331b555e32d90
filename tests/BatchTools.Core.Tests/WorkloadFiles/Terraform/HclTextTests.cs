using BatchTools.WorkloadFiles.Terraform;

namespace BatchTools.Tests;

public sealed class HclTextTests
{
    // As `terraform console` reads them back.
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("say \"hi\"\\", "\"say \\\"hi\\\"\\\\\"")]
    [InlineData("a\nb\r\tc", "\"a\\nb\\r\\tc\"")]
    [InlineData("${x} %{y} $x %y $", "\"$${x} %%{y} $x %y $\"")]
    [InlineData("$${x} %%{y}", "\"$$${x} %%%{y}\"")]
    [InlineData("\a\u007f\u2028é😀", "\"\\u0007\\u007f\\u2028é😀\"")]
    public void A_text_stays_what_it_is(string text, string written) => Assert.Equal(written, HclText.Quote(text));

    [Theory]
    [InlineData("batch-processor_1", "batch-processor_1")]
    [InlineData("1st queue", "_1st_queue")]
    [InlineData("", "_")]
    public void A_name_becomes_a_label(string name, string label) => Assert.Equal(label, HclText.Label(name));

    [Theory]
    [InlineData("attemptDurationSeconds", "attempt_duration_seconds")]
    [InlineData("ec2KeyPair", "ec2_key_pair")]
    [InlineData("unmanagedvCpus", "unmanagedv_cpus")]
    public void A_member_is_spelled_as_arguments_are(string name, string argument) => Assert.Equal(argument, HclText.Snake(name));
}
