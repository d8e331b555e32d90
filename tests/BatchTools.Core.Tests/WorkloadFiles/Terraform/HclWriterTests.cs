using BatchTools.WorkloadFiles.Terraform;

namespace BatchTools.Tests;

public sealed class HclWriterTests
{
    [Fact]
    public void Neighbours_of_one_line_have_their_signs_in_one_column_and_others_stand_apart()
    {
        var document = new HclBody();
        var resource = document.Block("resource \"a\" \"b\"");
        resource.Set("name", "x");
        resource.Set("priority", 5L);
        resource.Set("tags", new Dictionary<string, object?> { ["a"] = "1", ["long key"] = "2" });
        resource.Set("on", true);
        resource.Set("list", new object?[] { "a", 1.5 });
        resource.Set("arn", new HclExpression("a.b.arn"));
        resource.Block("order").Set("n", 1L);
        resource.Block("order").Set("n", 2L);

        Assert.Equal(
            """
            resource "a" "b" {
              name     = "x"
              priority = 5

              tags = {
                a          = "1"
                "long key" = "2"
              }

              on   = true
              list = ["a", 1.5]
              arn  = a.b.arn

              order {
                n = 1
              }

              order {
                n = 2
              }
            }

            """.ReplaceLineEndings("\n"),
            HclWriter.Write(document));
    }

    [Fact]
    public void JSON_is_an_expression_with_lists_of_objects_one_a_line()
    {
        var document = new HclBody();
        document.Set("properties", new HclJson(new Dictionary<string, object?>
        {
            ["image"] = "x",
            ["environment"] = new object?[] { new Dictionary<string, object?> { ["name"] = "A", ["value"] = null } },
            ["empty"] = new Dictionary<string, object?>(),
        }));

        Assert.Equal(
            """
            properties = jsonencode({
              image = "x"

              environment = [
                {
                  name  = "A"
                  value = null
                },
              ]

              empty = {}
            })

            """.ReplaceLineEndings("\n"),
            HclWriter.Write(document));
    }
}
