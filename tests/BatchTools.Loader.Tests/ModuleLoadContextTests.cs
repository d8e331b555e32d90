using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace BatchTools.Loader.Tests;

public sealed class ModuleLoadContextTests
{
    private static readonly string ModuleBin = typeof(ModuleLoadContextTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ModuleBin").Value!;

    [Fact]
    public void Opening_the_same_folder_again_gives_the_same_context() =>
        Assert.Same(ModuleLoadContext.Open(ModuleBin), ModuleLoadContext.Open(ModuleBin + Path.DirectorySeparatorChar));

    [Fact]
    public void A_folder_reached_through_a_link_is_the_same_copy()
    {
        var link = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateSymbolicLink(link, Path.GetDirectoryName(ModuleBin)!);
        try
        {
            Assert.Same(ModuleLoadContext.Open(ModuleBin), ModuleLoadContext.Open(Path.Combine(link, "bin")));
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Fact]
    public void A_second_copy_from_another_folder_is_refused_and_both_folders_are_named()
    {
        var first = ModuleLoadContext.Open(ModuleBin);
        var other = Path.GetTempPath();

        var error = Assert.Throws<InvalidOperationException>(() => ModuleLoadContext.Open(other));

        Assert.Contains(first.Directory, error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.TrimEndingDirectorySeparator(other), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWSSDK.Core")]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("BatchTools.Core")]
    public void What_the_module_ships_is_resolved_inside_the_private_context(string name)
    {
        var context = ModuleLoadContext.Open(ModuleBin);

        var assembly = context.LoadFromAssemblyName(new AssemblyName(name));

        Assert.Same(context, AssemblyLoadContext.GetLoadContext(assembly));
        Assert.Equal(Path.Combine(context.Directory, name + ".dll"), assembly.Location);
    }

    [Fact]
    public void What_the_framework_brings_is_left_to_the_default_context()
    {
        var assembly = ModuleLoadContext.Open(ModuleBin).LoadFromAssemblyName(new AssemblyName("System.Text.Json"));

        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(assembly));
    }

    [Fact]
    public void The_native_SQLite_is_found_under_the_runtime_identifier_of_this_machine()
    {
        var provider = ModuleLoadContext.Open(ModuleBin).LoadModuleAssembly("SQLitePCLRaw.provider.e_sqlite3");

        Assert.True(NativeLibrary.TryLoad("e_sqlite3", provider, searchPath: null, out _));
    }

    [Fact]
    public void Neither_PowerShell_nor_the_framework_is_shipped()
    {
        var shipped = Directory.EnumerateFiles(ModuleBin, "*.dll", SearchOption.AllDirectories).Select(file => Path.GetFileName(file));

        Assert.DoesNotContain(shipped, name => name.StartsWith("System.", StringComparison.Ordinal));
    }
}
