using FsCheck;
using FsCheck.Fluent;

namespace BatchTools.Tests;

public sealed class IndexListTests
{
    [Theory]
    [InlineData("", new int[0])]
    [InlineData("7", new[] { 7 })]
    [InlineData("0-4,7", new[] { 7, 0, 1, 4, 2, 3, 3 })]
    [InlineData("1-2,4-5", new[] { 5, 4, 2, 1 })]
    public void Runs_become_ranges(string list, int[] numbers) => Assert.Equal(list, IndexList.Of(numbers));

    [Fact]
    public void A_list_names_every_number_and_no_other() =>
        Prop.ForAll<NonNegativeInt[]>(numbers =>
        {
            var wanted = numbers.Select(number => number.Get).ToHashSet();
            return Read(IndexList.Of(wanted)).ToHashSet().SetEquals(wanted);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Several_arrays_and_single_jobs_are_told_by_name()
    {
        Job[] jobs =
        [
            Child("a", "sim", 0), Child("a", "sim", 1), Child("b", "post", 5),
            .. Enumerable.Range(0, 7).Select(number => new Job { JobId = $"{number}", JobName = $"job-{number}", Connection = null! }),
        ];
        Assert.Equal("0-1", IndexList.Of(jobs[..2]));
        Assert.Equal("sim: 0-1; post: 5; job-0, job-1, job-2, job-3, job-4 and 2 more", IndexList.Of(jobs));
    }

    private static Job Child(string parent, string name, int index) =>
        new() { JobId = $"{parent}:{index}", JobName = name, ArrayIndex = index, Connection = null! };

    private static IEnumerable<int> Read(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(part =>
        part.Split('-').Select(int.Parse).ToArray() is [var first, .., var last] ? Enumerable.Range(first, last - first + 1) : [int.Parse(part)]);
}
