/// Prints names the way a style does.
struct Namer {
    let style: CardStyle

    func team(_ side: Side) -> String { style.upperCaseTeams ? side.name.uppercased() : side.name }

    func name(_ player: Player) -> String {
        switch style.names {
        case .full: player.full
        case .initials: player.initials.joined() + " " + player.surname
        case .dottedInitials: player.initials.map { $0 + "." }.joined() + " " + player.surname
        case .spacedInitials: player.initials.joined(separator: " ") + " " + player.surname
        case .surnameFirst: player.surname + " " + player.initials.joined()
        }
    }

    /// The name in a dismissal: the surname alone where no team-mate shares it.
    func short(_ player: Player, in side: Side) -> String {
        let shared = side.players.filter { $0.surname == player.surname }.count > 1
        return style.wording.shortNames && !shared ? player.surname : name(player)
    }
}
