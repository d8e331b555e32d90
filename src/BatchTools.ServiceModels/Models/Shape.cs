namespace BatchTools.ServiceModels.Models;

/// <summary>A named type of a service.</summary>
/// <param name="Name">Its name in the model.</param>
internal abstract record Shape(string Name)
{
    /// <summary>The names of the shapes that it is made of.</summary>
    public virtual IEnumerable<string> References => [];
}
