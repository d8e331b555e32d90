namespace MlTraining;

/// <summary>
/// A named model in miniature: a multilayer perceptron with a sixth of the model's layers, each a thirty-second as wide. It
/// shares nothing else with its namesake, but a bigger one takes longer to train, as there.
/// </summary>
internal sealed record ModelShape(string Name, int HiddenLayers, int Width)
{
    private static readonly ModelShape[] Known =
    [
        new("bert-base", 2, 24), new("bert-large", 4, 32), new("roberta-base", 2, 24), new("gpt2-medium", 4, 32),
    ];

    public static ModelShape Named(string name) =>
        Known.FirstOrDefault(shape => shape.Name == name)
        ?? throw new ArgumentException($"--modelType must be one of {string.Join(", ", Known.Select(shape => shape.Name))}, not '{name}'.");

    /// <summary>Each layer's width, from the inputs to the outputs.</summary>
    public int[] Widths(int inputs, int outputs) => [inputs, .. Enumerable.Repeat(Width, HiddenLayers), outputs];
}
