using System.Reflection;
using System.Runtime.Loader;

namespace BatchTools.Loader;

/// <summary>
/// The module's private assembly load context. This class's assembly is the only one of BatchTools that enters PowerShell's
/// default context; everything else, AWSSDK.Core and the native SQLite included, is resolved here, so that other modules
/// may bring other versions of the same assemblies into the same session.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string MainAssemblyName = "BatchTools.PowerShell";

    private static readonly object Gate = new();
    private static ModuleLoadContext? _current;

    private readonly AssemblyDependencyResolver _resolver;

    private ModuleLoadContext(string directory)
        : base("BatchTools")
    {
        Directory = directory;
        _resolver = new AssemblyDependencyResolver(Path.Combine(directory, MainAssemblyName + ".dll"));
    }

    /// <summary>The folder that the module's assemblies come from.</summary>
    public string Directory { get; }

    /// <summary>Opens the context over a folder, or gives the one that is open over it already.</summary>
    /// <param name="directory">The folder that holds BatchTools.PowerShell.dll, its deps.json and what they name.</param>
    /// <returns>The one context of this process.</returns>
    /// <exception cref="InvalidOperationException">A copy of the module from another folder is loaded: an assembly can not be unloaded.</exception>
    public static ModuleLoadContext Open(string directory)
    {
        var folder = Normalize(directory);
        lock (Gate)
        {
            if (_current is not null)
            {
                return Same(_current.Directory, folder) ? _current : throw new InvalidOperationException(
                    $"BatchTools is already loaded from '{_current.Directory}' in this process, and a second copy from '{folder}' can not be loaded beside it. Import that one, or start a new PowerShell for this one.");
            }

            return _current = new ModuleLoadContext(folder);
        }
    }

    /// <summary>Loads one of the module's own assemblies into the private context, or gives it if it is there.</summary>
    /// <param name="name">The assembly's simple name, such as BatchTools.Core.</param>
    public Assembly LoadModuleAssembly(string name) => LoadFromAssemblyPath(Path.Combine(Directory, name + ".dll"));

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    /// <summary>One spelling a folder: what is reached through a link is the same copy as what is reached without.</summary>
    private static string Normalize(string directory)
    {
        var folder = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
        if (folder.Parent is not { } parent)
            return folder.FullName;
        return folder.Exists && folder.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? Normalize(target.FullName)
            : Path.Combine(Normalize(parent.FullName), folder.Name);
    }

    private static bool Same(string left, string right) => string.Equals(
        left, right, OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
