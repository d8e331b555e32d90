namespace BatchTools.Tests;

public sealed class PointFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("batchtools-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(".csv", "a,b\n1.50,x\n2,y\n", "a=1.50 b=x|a=2 b=y")]
    [InlineData(".csv", "\uFEFFa, b\r\n\"1,5\",\"say \"\"hi\"\"\"\r\n\r\n,\r\n", "a=1,5 b=say \"hi\"|a= b=")]
    [InlineData(".csv", "a\n\"one\ntwo\"", "a=one\ntwo")]
    [InlineData(".tsv", "a\tb\n1,5\t x \n", "a=1,5 b= x ")]
    [InlineData(".json", """[{"a": 1.50, "b": "x"}, /* two */ {"a": 2, "c": true,}]""", "a=1.50 b=x|a=2 c=true")]
    public void Values_are_taken_as_they_are_written(string extension, string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join('|', PointFile.Read(Write(extension, text)).Select(row => string.Join(' ', row.Select(pair => $"{pair.Key}={SweepValue.Text(pair.Value)}")))));

    [Theory]
    [InlineData(".csv", "", nameof(Messages.TableEmpty))]
    [InlineData(".csv", "\n\n", nameof(Messages.TableEmpty))]
    [InlineData(".csv", "a,b, A\n1,2,3\n", nameof(Messages.TableColumnTwice), "points.csv(1)", "'A'")]
    [InlineData(".csv", "\na,\n1,2\n", nameof(Messages.TableColumnUnnamed), "points.csv(2)", "column 2")]
    [InlineData(".csv", "a,b\n1,2\n3\n", nameof(Messages.TableRowUneven), "(3)", "1 fields", "2")]
    [InlineData(".csv", "a\n\"open\n\n", nameof(Messages.TableQuoteOpen), "line 2")]
    [InlineData(".txt", "a", nameof(Messages.PointFileKind), ".csv")]
    [InlineData(".json", "{}", nameof(Messages.ValueMisfit), "(1,1)", "a list")]
    [InlineData(".json", """[{"a": [1]}]""", nameof(Messages.ValueMisfit), "(1,8)")]
    public void What_is_wrong_is_told_with_its_place(string extension, string text, string error, params string[] words)
    {
        var problem = Assert.Throws<BatchException>(() => PointFile.Read(Write(extension, text)).ToList());

        Assert.Equal(error, problem.ErrorId);
        Assert.All(words, word => Assert.Contains(word, problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_missing_is_told() =>
        Assert.Equal("FileNotFound", Assert.Throws<BatchException>(() => PointFile.Read(Path.Combine(_folder.FullName, "none.csv")).ToList()).ErrorId);

    private string Write(string extension, string text)
    {
        var path = Path.Combine(_folder.FullName, "points" + extension);
        File.WriteAllText(path, text);
        return path;
    }
}
