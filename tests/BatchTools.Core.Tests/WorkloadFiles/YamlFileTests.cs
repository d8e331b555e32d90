using System.Text;
using BatchTools.WorkloadFiles;
using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.Tests;

public sealed class YamlFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_YAML_file_is_the_same_workload_as_its_JSON()
    {
        var yaml = WorkloadFile.Load(_folder.Write("flow.yaml", """
            # comments are YAML's
            workload: { name: flow, jobQueue: q }
            jobDefinitions:
              - &base
                jobDefinitionName: prepare
                type: container
                containerProperties: { image: "i", command: [sh, -c, 'echo ok'], resourceRequirements: [{ type: VCPU, value: 1 }] }
                retryStrategy: { attempts: 3 }
                tags: { account: 012345678901, version: 1.10, yes: no }
              - <<: *base
                jobDefinitionName: train
            jobs:
              - jobName: a
                jobDefinition: prepare
              - jobName: b
                jobDefinition: train
                dependsOn: [{ jobId: "${a}" }]
            sweeps:
              - { name: s, axes: { t: [250, 2.5, high, true] }, jobDefinition: train }
            """));

        Assert.Equal(("flow", 6L), (yaml.Name, yaml.JobCount));
        Assert.Equal(["prepare", "train"], yaml.JobDefinitions.Select(one => one.Name));
        Assert.All(yaml.JobDefinitions, one => Assert.Equal((3, "1"), (one.Request.RetryStrategy!.Attempts, one.Request.ContainerProperties!.ResourceRequirements![0].Value)));
        Assert.Equal(("012345678901", "1.10", "no"), (yaml.JobDefinitions[1].Request.Tags!["account"], yaml.JobDefinitions[1].Request.Tags!["version"], yaml.JobDefinitions[1].Request.Tags!["yes"]));
        Assert.Equal([250L, 2.5, "high", true], yaml.Steps[2].Sweep!.Axes[0].Values);
        Assert.Equal("a", yaml.Steps[1].DependsOn[0].Step);
    }

    [Theory]
    [InlineData("a: 1\nb: [1, 2\n", "(3,1): this is no YAML: while parsing a flow sequence, did not find expected ',' or ']'. Check the indentation and the punctuation here and in the line before; text with special characters goes into quotes.")]
    [InlineData("jobs:\n\t- jobName: a\n", "(2,1): a tab can not indent YAML. Use spaces.")]
    [InlineData("a: !!python/object:os.system x", "(1,4): the tag 'tag:yaml.org,2002:python/object:os.system' is not taken, as files hold plain data only. Remove it.")]
    [InlineData("a: !System.Diagnostics.Process {}", "(1,4): the tag '!System.Diagnostics.Process' is not taken, as files hold plain data only. Remove it.")]
    [InlineData("a: &here 1\nb: *hera", "(2,4): there is no '&hera' before this '*hera'. Did you mean 'here'? Put the anchor at the value that is meant, or quotes around the text.")]
    [InlineData("a: &self [1, *self]", "(1,14): '*self' stands inside of what '&self' names. Write the value out here.")]
    [InlineData("a: 1\n---\nb: 2", "(2,1): a second document begins here. A file holds one; remove '---' and what follows.")]
    [InlineData("? [a, b]\n: 1", "(1,3): the name of a member must be text, not an object or a list. Write 'name: value'.")]
    [InlineData("a:\n  <<: 7", "(2,3): '<<' takes an object or a list of objects, not the number 7. Write '<<: *name', with '&name' at an object before.")]
    [InlineData("# nothing\n", "(1,1): the file is empty. Write a JSON object, such as { \"jobs\": [ ] }.")]
    public void What_is_no_plain_YAML_is_told_with_its_place(string text, string message) =>
        Assert.Equal("f" + message, Assert.Throws<BatchException>(() => Parse(text)).Message);

    [Fact]
    public void A_member_that_is_given_twice_is_told_with_both_places()
    {
        var problems = new SourceProblems();

        SourceDocument.ParseYaml("a: 1\nb: 2\na: 3\n"u8, "f", problems);

        Assert.Equal("f(3,1): 'a' is given twice; the first is in line 1. Keep one of them.", Assert.Single(problems.Errors).Message);
    }

    [Fact]
    public void Places_are_counted_as_editors_do()
    {
        var root = (SourceObject)Parse("ä: é\n😀: { x: [1, \"a\", ~] }\n");

        Assert.Equal(("f(1,4)", "f(2,5)"), (root.Members[0].Value.Where, root.Members[1].Value.Where));
        Assert.Equal(["f(2,11)", "f(2,14)", "f(2,19)"], ((SourceArray)((SourceObject)root.Members[1].Value).Members[0].Value).Items.Select(item => item.Where));
    }

    [Fact]
    public void A_few_lines_can_not_ask_for_a_billion_values()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 10; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");

        Assert.Contains("aliases stand for more than 100000 values in this file", Assert.Throws<BatchException>(() => Parse(text.ToString())).Message);
        Assert.Contains("nest deeper than 64 levels", Assert.Throws<BatchException>(() => Parse("a: " + new string('[', 200))).Message);
    }

    [Fact]
    public void Whatever_is_changed_in_a_file_it_is_read_or_refused_with_a_place()
    {
        const string Text = "workload: { name: w, tags: &t { a: 'b' } }\njobs:\n  - jobName: \"j\"\n    tags: *t\n    x: |\n      text\n  - <<: *t # no\n";
        const string Marks = "{}[]:,&*!|>'\"%@`#?-~ \t\n\0\\<x1é\u2028";
        Prop.ForAll(Gen.Choose(0, 1_000_000).Four().ToArbitrary(), one =>
        {
            var (at, mark, to, length) = one;
            var text = Text.Remove(at % Text.Length, Math.Min(length % 3, Text.Length - (at % Text.Length)));
            text = text.Insert(to % text.Length, Marks[mark % Marks.Length].ToString());
            try
            {
                return Parse(text) is not null;
            }
            catch (BatchException refusal)
            {
                return refusal.Message.StartsWith("f(", StringComparison.Ordinal);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    private static SourceNode Parse(string text) => SourceDocument.ParseYaml(Encoding.UTF8.GetBytes(text), "f", new()).Root;
}
