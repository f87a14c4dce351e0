// Made from the server's routes by `npm run generate`. Change those, not this file.

export interface paths {
    "/api/v1/door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a public page may know */
        get: operations["getDoor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checks before the first set-up; gone afterwards */
        get: operations["getSetUp"];
        put?: never;
        /** The first set-up: an organisation and its owner */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a set-up code is right */
        post: operations["checkSetUpCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is left to do after set-up, for you */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a password */
        post: operations["signIn"];
        /** Sign out everywhere, here too */
        delete: operations["signOutEverywhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who you are, for a powerful act */
        post: operations["confirmPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current/first-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who signed in with a one-time password and has yet to choose one */
        get: operations["getFirstPassword"];
        put?: never;
        /** Choose a password of your own after signing in with a one-time one */
        post: operations["chooseFirstPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out here */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to choose a new password; the answer is always the same */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link to choose a password is for; changes nothing */
        get: operations["getPasswordReset"];
        put?: never;
        /** Choose a new password; does not sign in */
        post: operations["choosePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are and where you belong, the root first */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of an organisation */
        get: operations["listPeople"];
        put?: never;
        /** Add one person: invite them, set their account up, or neither yet */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/people/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a filter of people offers, each value with how many it would leave under the other filters */
        get: operations["listPeopleOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person, with what is known of them and what happened to them here */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        /** Delete a person for good: nothing brings them back */
        delete: operations["deletePerson"];
        options?: never;
        head?: never;
        /** Change what is known of a person; what is absent stays, null takes a value away */
        patch: operations["editPerson"];
        trace?: never;
    };
    "/api/v1/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person holds, and what you could give them */
        get: operations["getRoles"];
        /** Make these the roles of a person; only what differs is checked */
        put: operations["changeRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/roles/consequences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What these roles would change for a person, and what stands in the way; nothing is changed */
        post: operations["previewRoles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/invitations/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you may offer to the people you invite */
        get: operations["getInvitationOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/recognise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find the people in any text, and say what would become of an invitation to each */
        post: operations["recognisePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every email that comes with an invitation, as it would read */
        post: operations["previewInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open invitations, newest first */
        get: operations["listInvitations"];
        put?: never;
        /** Invite people */
        post: operations["invitePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/invitations/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send invitations again, to some people or to everybody who hasn’t set up their account */
        post: operations["resendInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again, with a new link */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an invitation: its links end */
        post: operations["cancelInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mint a personal link to hand over another way; shown once, recorded, and the person is told */
        post: operations["copyInvitationLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitation-batches/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop what you have just sent, as far as it hasn’t left */
        post: operations["stopInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link of an invitation is for; changes nothing */
        get: operations["getRegistration"];
        put?: never;
        /** Set up the account and sign in */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        /** Keep how far the form is filled in */
        patch: operations["saveRegistration"];
        trace?: never;
    };
    "/api/v1/registrations/{token}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join one more organisation with the account you have */
        post: operations["joinOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{token}/new-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a new link in place of an expired one */
        post: operations["askNewLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/registrations/{token}/not-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the invitation is for somebody else: it ends, and the inviter is told */
        post: operations["declineInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/people/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you may say of a person you add */
        get: operations["getNewcomerOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/people/address-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a person can be added with an address, or where it is used already; changes nothing */
        post: operations["checkAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/recommended-posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts that somebody with an account should hold, and which nobody holds */
        get: operations["listRecommendedPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/recommended-posts/{post}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a post off the checklist */
        post: operations["dismissRecommendedPost"];
        /** Put a post back on the checklist */
        delete: operations["recommendPost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/staff-without-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Staff who have no email address yet, and so no account */
        get: operations["listStaffWithoutEmail"];
        put?: never;
        /** Write down somebody who has no email address yet */
        post: operations["addStaffWithoutEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-without-email/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget somebody who was written down without an email address */
        delete: operations["removeStaffWithoutEmail"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-without-email/{id}/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add them as a person, now that they have an email address */
        post: operations["giveStaffAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/consequences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an action would change for a person, what somebody else takes over, and what stands in the way */
        get: operations["getConsequences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a person, now or at the end of a day: access ends, and everything is kept */
        post: operations["pausePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a person who has left, or leaves at the end of a day: access ends */
        post: operations["archivePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring back a person who was paused or archived, with the roles they had */
        post: operations["reactivatePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/stay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call off the day on which a person was to be paused or archived */
        post: operations["letPersonStay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a person to another organisation: archived here, a member there, with the same account */
        post: operations["movePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of a person you may change, what stands now, and what there is to choose from */
        get: operations["getPersonEdit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/email-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Call off a change of address that waits to be confirmed */
        delete: operations["cancelEmailChange"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody who is locked out sign in at once */
        post: operations["unlockPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send somebody a link to choose a new password, to their own address */
        post: operations["sendReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign somebody out everywhere, at once */
        post: operations["signPersonOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Turn down the role that a person’s job title suggests; it is not suggested again */
        delete: operations["turnDownSuggestion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/email-changes/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link to confirm a new address is for; changes nothing */
        get: operations["getEmailChange"];
        put?: never;
        /** Confirm a new address: it takes the place of the old one, and everything else of theirs is signed out */
        post: operations["confirmEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations you can see */
        get: operations["listOrganisations"];
        put?: never;
        /** Add a school to a trust */
        post: operations["addOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an organisation; what is not named stays */
        patch: operations["editOrganisation"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units of an organisation that you can see */
        get: operations["listUnits"];
        put?: never;
        /** Add a unit to an organisation, or inside another unit */
        post: operations["addUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a unit; a new parent takes what is inside along */
        patch: operations["editUnit"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every email of an organisation and what became of it */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/messages/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test email, and hear what the mail server said */
        post: operations["testMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One email, with what became of every attempt to send it */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The content of captured mail; each reading is recorded */
        get: operations["getMessageContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of seats, the latest opened first, or the seats of a past day */
        get: operations["listSeats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/seats/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a CSV file; that it was taken is recorded */
        get: operations["exportSeats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long things are kept, what is due, who came up for review and what is on hold */
        get: operations["getRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change how long things are kept; what is past its time goes with the next run */
        patch: operations["changeRetention"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/processing-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record of processing activities as a CSV file, made from the database as it is now */
        get: operations["getProcessingRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hold everything of an organisation and below: nothing of it is lost */
        put: operations["holdOrganisation"];
        post?: never;
        /** Lift the hold on an organisation */
        delete: operations["liftOrganisationHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hold a person: nothing of them is lost to time, deletion or erasure */
        put: operations["holdPerson"];
        post?: never;
        /** Lift the hold on a person */
        delete: operations["liftPersonHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep somebody archived for as long again */
        post: operations["keepPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase somebody who asked for it, wherever they are a member */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about a person as a JSON file, for them; that it was taken is recorded */
        get: operations["exportPersonData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about you as a JSON file; that it was taken is recorded */
        get: operations["exportMyData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/staff-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Staff lists that were uploaded, the latest first */
        get: operations["listStaffLists"];
        put?: never;
        /** Upload a staff list; nothing changes until it is applied */
        post: operations["uploadStaffList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/staff-list-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty list to fill in */
        get: operations["getStaffListTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A staff list: what was read, the plan, how far applying is */
        get: operations["getStaffList"];
        put?: never;
        post?: never;
        /** Throw a draft away; one that was applied stays in the history */
        delete: operations["discardStaffList"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of the plan */
        get: operations["listStaffListRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that can be put right together */
        get: operations["listStaffListGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/fixes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a group of rows right */
        post: operations["fixStaffListGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Decide how the file is read and what its columns and values mean; the plan is made anew */
        patch: operations["changeStaffListMapping"];
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/rows/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Put a row right, or decide about it */
        patch: operations["changeStaffListRow"];
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about all rows of an outcome at once; the plan is made anew */
        post: operations["decideStaffListRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/problem-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows to fix as a file, with a column that says what is wrong */
        get: operations["downloadStaffListProblems"];
        put?: never;
        /** Upload the rows to fix again, put right; they are merged by row */
        post: operations["uploadStaffListProblems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply the plan, whole or not at all; or, once applied, archive the leavers that were held */
        post: operations["applyStaffList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each row, as a file */
        get: operations["downloadStaffListResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-lists/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What undoing would put back, what it would keep and what cannot be undone */
        get: operations["previewStaffListUndo"];
        put?: never;
        /** Take an applied list back */
        post: operations["undoStaffList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/staff-list-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people as a list that can be edited and uploaded again */
        get: operations["exportStaffList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/people/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of a list as it is filtered, as a file that can be uploaded again and changes nothing */
        get: operations["exportPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/people/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you may do to many people here; a dry run says for whom it fits */
        get: operations["listBulkActions"];
        put?: never;
        /** Do something to many people: a job does it whole, or a dry run says what it would do */
        post: operations["changeManyPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far something done to many people is, and what became of each */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each person, as a CSV file */
        get: operations["downloadJobResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was done to many people; who changed since stays as they are */
        post: operations["undoJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened, newest first, a sentence each */
        get: operations["listActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a CSV or JSONL file; that it was taken is recorded */
        get: operations["exportActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at the whole record now: whether every entry is as it was sealed */
        post: operations["verifyRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDoor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        setUp: boolean;
                        organisation: {
                            name: string;
                            type: string;
                        } | null;
                        /** @enum {string} */
                        mail: "captured" | "sending";
                        locale: string;
                    };
                };
            };
            /** @description Refusals: unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            check: string;
                            /** @enum {string} */
                            state: "ok" | "note" | "problem";
                            detail: string;
                            setting?: string;
                        }[];
                        timeZone: string;
                    };
                };
            };
            /** @description Refusals: not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    owner: {
                        givenName: string;
                        familyName: string;
                        email: string;
                        password: string;
                    };
                    organisation: {
                        name: string;
                        /** @enum {string} */
                        type: "trust" | "school";
                        /** @default [] */
                        domains?: string[];
                        /** @default Europe/London */
                        timeZone?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organisationId: string;
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            /** @description Refusals: not_found, setup_code_wrong, slow_down, email_format, domain_format, time_zone_unknown, password_short, password_long, password_known, password_personal, busy, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    checkSetUpCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: not_found, setup_code_wrong, slow_down, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            task: string;
                            /** @enum {string} */
                            state: "to_do" | "done" | "optional";
                            detail: string;
                        }[];
                        next: null;
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is still asked; null: nothing */
                        next: ("second_factor" | "change_password" | "terms") | null;
                    };
                };
            };
            /** @description Refusals: sign_in_failed, one_time_over, slow_down, busy, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: signed_out, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    confirmPassword: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: sign_in_failed, slow_down, busy, signed_out, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getFirstPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        givenName: string;
                        email: string;
                        organisation: string;
                    };
                };
            };
            /** @description Refusals: signed_out, one_time_over, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    chooseFirstPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: signed_out, one_time_over, password_same, password_short, password_long, password_known, password_personal, busy, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: signed_out, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                    };
                };
            };
            /** @description Refusals: email_format, slow_down, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            name: string;
                        };
                        /** @enum {string} */
                        kind: "reset" | "first_password";
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_expired, slow_down, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    choosePassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: password_short, password_long, password_known, password_personal, link_unknown, link_used, link_revoked, link_expired, slow_down, busy, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        name: string;
                        givenName: string;
                        familyName: string;
                        organisations: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            type: string;
                            parentId: string | null;
                            roles: {
                                role: string;
                                label: string;
                                scope: string | null;
                            }[];
                            permissions: string[];
                        }[];
                    };
                };
            };
            /** @description Refusals: signed_out, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
                /** @description One or more, with commas */
                status?: string;
                /** @description One or more, with commas */
                role?: string;
                /** @description One or more, with commas; a unit counts with those inside it */
                unit?: string;
                /** @description One or more, with commas; together with `include=below` */
                school?: string;
                view?: "invitations" | "not_registered" | "email_problems" | "admins" | "leavers" | "new_this_term" | "archived";
                /** @description Words, each found in name, email, staff number, job title or labels */
                q?: string;
                /** @description `below`: also those of the organisations below */
                include?: "below";
                /** @description `key=value`, or `key` with any value; a comma in it as %2C. One or more, with commas */
                label?: string;
                /** @description Never, in the last 30 days, or last more than 120 days ago */
                lastActive?: "never" | "30d" | "unused_120d";
                /** @description `soon`: leaves or is deleted within 30 days; `passed`: the leaving date is over */
                leaving?: "soon" | "passed";
                /** @description Only who has a role of an admin’s level */
                admin?: "yes";
                /** @description One or more, with commas */
                relationship?: string;
                /** @description How they came to be here. One or more, with commas */
                source?: string;
                /** @description Whether a staff list still names them. One or more, with commas */
                sync?: string;
                /** @description Only who isn’t on the last staff list of everyone */
                listed?: "no";
                /** @description Addresses to find, with commas; at most 200 */
                emails?: string;
                sort?: "urgency" | "name" | "-name" | "status" | "lastActiveAt" | "-lastActiveAt";
                /** @description Say of each row also what seldom chosen columns show */
                facts?: "yes";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /**
                             * Format: uuid
                             * @description Of the membership
                             */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Of the person, the same in every organisation
                             */
                            personId: string;
                            email: string;
                            givenName: string;
                            familyName: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                            statusLabel: string;
                            statusDetail: string | null;
                            /** @enum {string} */
                            statusTone: "none" | "info" | "warn" | "review" | "neutral" | "danger";
                            /** @description What is wrong with the last email of the open invitation */
                            problem: string | null;
                            /** @description The address is of none of the organisation’s domains */
                            outsideDomains: boolean;
                            roles: {
                                role: string;
                                label: string;
                                scope: string | null;
                            }[];
                            /** @description Permissions switched on besides the roles */
                            grants: number;
                            units: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            jobTitle: string | null;
                            staffNumber: string | null;
                            /** @enum {string} */
                            relationship: "employee" | "volunteer" | "governor" | "contractor" | "agency";
                            labels: {
                                [key: string]: string;
                            };
                            lastActiveAt: string | null;
                            isAdmin: boolean;
                            /** @description The last day with access, and what becomes of them when it is over */
                            plannedEnd: {
                                /** @enum {string} */
                                as: "archived" | "paused";
                                on: string;
                            } | null;
                            invitation: {
                                /** Format: uuid */
                                id: string;
                                inviter: string | null;
                                sentAt: string | null;
                                sendAt: string | null;
                                expiresAt: string | null;
                                startedAt: string | null;
                                stoppedAt: ("name" | "mobile" | "password") | null;
                                /** @description What became of its last email */
                                delivery: {
                                    /** @enum {string} */
                                    state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                                    stateLabel: string;
                                    explanation: string | null;
                                    nextTryAt: string | null;
                                } | null;
                            } | null;
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                            facts?: {
                                relationship: string;
                                source: string;
                                language: string;
                                startDate: string | null;
                                leavingDate: string | null;
                                deletionDate: string | null;
                                sync: {
                                    /** @enum {string} */
                                    state: "synced" | "not_syncing" | "by_hand";
                                    label: string;
                                    detail: string | null;
                                };
                            };
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                        /** @description Everybody there but those archived */
                        header: {
                            people: number;
                            places: number;
                            registered: number;
                        };
                        views: {
                            everyone: number;
                            invitations: number;
                            not_registered: number;
                            email_problems: number;
                            admins: number;
                            archived: number;
                        };
                        filters: {
                            roles: {
                                key: string;
                                label: string;
                            }[];
                            units: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                kind: string;
                            }[];
                            schools: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                        };
                        /** @description With `view=leavers`: when everybody was last listed, and whether that is too long ago to tell */
                        fullList?: {
                            at: string | null;
                            old: boolean;
                        };
                        /** @description With `emails`: how many are in the list, which are archived, and which nobody here has */
                        addresses?: {
                            found: number;
                            archived: string[];
                            missing: string[];
                        };
                        /** @description Where nobody was found by words or addresses: who has them in the archive and in other organisations */
                        elsewhere?: {
                            archived: number;
                            organisations: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                count: number;
                            }[];
                        };
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                        mail: {
                            /** @enum {string} */
                            mode: "captured" | "sending";
                            sentence: string;
                        };
                    };
                };
            };
            /** @description Refusals: forbidden, cursor_wrong, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    givenName: string;
                    familyName: string;
                    email: string;
                    jobTitle?: string;
                    /** @enum {string} */
                    jobCategory?: "headteacher" | "senior_leader" | "safeguarding_lead" | "senco" | "middle_leader" | "teacher" | "peripatetic_teacher" | "teaching_support" | "pastoral" | "business_manager" | "office" | "exams_data" | "it" | "technician" | "site" | "catering" | "governor" | "finance" | "hr" | "central_team" | "volunteer" | "other";
                    staffNumber?: string;
                    /**
                     * @description employee unless said
                     * @enum {string}
                     */
                    relationship?: "employee" | "volunteer" | "governor" | "contractor" | "agency";
                    /**
                     * Format: date
                     * @description First day of work
                     */
                    startDate?: string;
                    /** @description None: user */
                    roles?: (string | {
                        role: string;
                        /** Format: uuid */
                        unit: string;
                    })[];
                    units?: string[];
                    permissions?: string[];
                    /** @description BCP 47 tag */
                    language?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    /**
                     * Format: date
                     * @description Last day of work; access doesn’t end by it
                     */
                    leavingDate?: string;
                    /** Format: date */
                    deletionDate?: string;
                    /** @description Goes with an invitation */
                    message?: string;
                    /**
                     * Format: date-time
                     * @description An invitation goes out not before then
                     */
                    sendAt?: string;
                    /**
                     * @description invite: to register. credentials: the account is set up, active once its email left. none: not yet
                     * @enum {string}
                     */
                    notify: "invite" | "credentials" | "none";
                    /** @description With credentials: to begin with, handed over by you; without it a random one is mailed */
                    password?: string;
                    /** @description With credentials: says so in so many words */
                    mailPassword?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Of the membership
                         */
                        id: string;
                        /** Format: uuid */
                        personId: string;
                        email: string;
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        sentence: string;
                        invitationId: string | null;
                        batchId: string | null;
                    };
                };
            };
            /** @description Refusals: forbidden, given_name_missing, family_name_missing, email_missing, email_format, name_long, no_links_here, password_or_mail, password_not_here, password_short, password_long, password_known, password_personal, already_active, already_invited, already_added, already_on_its_way, archived_match, awaiting_approval, in_other_school, address_in_use, changed_meanwhile, role_above_yours, role_unknown, role_needs_unit, role_not_given_here, unit_unknown, unit_needed, permission_above_yours, permission_unknown, language_unknown, leaving_before_start, deletion_date_past, send_at_past, send_at_far, too_many_mails, busy, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listPeopleOptions: {
        parameters: {
            query?: {
                /** @description One or more, with commas */
                status?: string;
                /** @description One or more, with commas */
                role?: string;
                /** @description One or more, with commas; a unit counts with those inside it */
                unit?: string;
                /** @description One or more, with commas; together with `include=below` */
                school?: string;
                view?: "invitations" | "not_registered" | "email_problems" | "admins" | "leavers" | "new_this_term" | "archived";
                /** @description Words, each found in name, email, staff number, job title or labels */
                q?: string;
                /** @description `below`: also those of the organisations below */
                include?: "below";
                /** @description `key=value`, or `key` with any value; a comma in it as %2C. One or more, with commas */
                label?: string;
                /** @description Never, in the last 30 days, or last more than 120 days ago */
                lastActive?: "never" | "30d" | "unused_120d";
                /** @description `soon`: leaves or is deleted within 30 days; `passed`: the leaving date is over */
                leaving?: "soon" | "passed";
                /** @description Only who has a role of an admin’s level */
                admin?: "yes";
                /** @description One or more, with commas */
                relationship?: string;
                /** @description How they came to be here. One or more, with commas */
                source?: string;
                /** @description Whether a staff list still names them. One or more, with commas */
                sync?: string;
                /** @description Only who isn’t on the last staff list of everyone */
                listed?: "no";
                /** @description Addresses to find, with commas; at most 200 */
                emails?: string;
                /** @description Which filter */
                of?: "view" | "status" | "role" | "unit" | "school" | "label" | "lastActive" | "leaving" | "admin" | "relationship" | "source" | "listed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            value: string;
                            label: string;
                            count: number;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Of the membership
                         */
                        id: string;
                        /**
                         * Format: uuid
                         * @description Of the person, the same in every organisation
                         */
                        personId: string;
                        email: string;
                        givenName: string;
                        familyName: string;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @enum {string} */
                        statusTone: "none" | "info" | "warn" | "review" | "neutral" | "danger";
                        /** @description What is wrong with the last email of the open invitation */
                        problem: string | null;
                        /** @description The address is of none of the organisation’s domains */
                        outsideDomains: boolean;
                        roles: {
                            role: string;
                            label: string;
                            scope: string | null;
                        }[];
                        /** @description Permissions switched on besides the roles */
                        grants: number;
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        jobTitle: string | null;
                        staffNumber: string | null;
                        /** @enum {string} */
                        relationship: "employee" | "volunteer" | "governor" | "contractor" | "agency";
                        labels: {
                            [key: string]: string;
                        };
                        lastActiveAt: string | null;
                        isAdmin: boolean;
                        /** @description The last day with access, and what becomes of them when it is over */
                        plannedEnd: {
                            /** @enum {string} */
                            as: "archived" | "paused";
                            on: string;
                        } | null;
                        invitation: {
                            /** Format: uuid */
                            id: string;
                            inviter: string | null;
                            sentAt: string | null;
                            sendAt: string | null;
                            expiresAt: string | null;
                            startedAt: string | null;
                            stoppedAt: ("name" | "mobile" | "password") | null;
                            /** @description What became of its last email */
                            delivery: {
                                /** @enum {string} */
                                state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                                stateLabel: string;
                                explanation: string | null;
                                nextTryAt: string | null;
                            } | null;
                        } | null;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                        accountCreatedAt: string;
                        emailProvedAt: string | null;
                        language: string;
                        /** @description Null also for who may not see it */
                        mobile: string | null;
                        jobCategory: string | null;
                        startDate: string | null;
                        leavingDate: string | null;
                        deletionDate: string | null;
                        /** @description A new address that waits to be confirmed */
                        waitingEmail: {
                            email: string;
                            by: string | null;
                            at: string;
                        } | null;
                        /** @description A role that the job title suggests and you may give; only an offer */
                        suggestion: {
                            role: string;
                            label: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            kind: string | null;
                            sentence: string;
                        } | null;
                        fields: {
                            field: string;
                            label: string;
                            value: string;
                            source: string;
                        }[];
                        timeline: {
                            at: string;
                            event: string;
                            sentence: string;
                            /** @enum {string} */
                            kind: "change" | "message";
                            problem: boolean;
                            serverAnswer?: string;
                            explanation?: string;
                            /** Format: uuid */
                            messageId?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    deletePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Their name as it is shown, or their address if they have none */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, last_admin, still_listed, on_hold, name_does_not_match, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    editPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    givenName?: string;
                    familyName?: string;
                    /** @description Of somebody who can sign in: changes once a link that goes there is used */
                    email?: string;
                    /** @description BCP 47 tag */
                    language?: string;
                    jobTitle?: string | null;
                    jobCategory?: ("headteacher" | "senior_leader" | "safeguarding_lead" | "senco" | "middle_leader" | "teacher" | "peripatetic_teacher" | "teaching_support" | "pastoral" | "business_manager" | "office" | "exams_data" | "it" | "technician" | "site" | "catering" | "governor" | "finance" | "hr" | "central_team" | "volunteer" | "other") | null;
                    staffNumber?: string | null;
                    /** @enum {string} */
                    relationship?: "employee" | "volunteer" | "governor" | "contractor" | "agency";
                    startDate?: string | null;
                    leavingDate?: string | null;
                    /** @description After today; the person is deleted when that day begins there */
                    deletionDate?: string | null;
                    /** @description All of them: those that are absent go */
                    labels?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                        /** @description Fields that are others now */
                        changed: ("givenName" | "familyName" | "email" | "language" | "jobTitle" | "jobCategory" | "staffNumber" | "relationship" | "startDate" | "leavingDate" | "labels" | "deletionDate")[];
                        /** @description The address that waits to be confirmed */
                        emailAsked: string | null;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, person_shared, address_in_use, reauth_required, deletion_date_not_at_units, deletion_date_past, leaving_before_start, email_format, given_name_missing, family_name_missing, no_links_here, labels_too_many, language_unknown, slow_down, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        roles: {
                            role: string;
                            label: string;
                            unit?: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            kind?: string;
                            source: string;
                        }[];
                        choices: {
                            role: string;
                            label: string;
                            meaning: string;
                            scopes: string[];
                            allowed: boolean;
                            reason?: string;
                        }[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                        }[];
                        permissions: {
                            permission: string;
                            label: string;
                            group: string;
                            fromRole: boolean;
                            granted: boolean;
                            allowed: boolean;
                            reason?: string;
                        }[];
                        editable: boolean;
                        reason?: string;
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    changeRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: {
                        role: string;
                        /** Format: uuid */
                        unit?: string;
                        /** @enum {string} */
                        kind?: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                    }[];
                    /** @description Left out: unchanged */
                    permissions?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        roles: {
                            role: string;
                            label: string;
                            unit?: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            kind?: string;
                            source: string;
                        }[];
                        choices: {
                            role: string;
                            label: string;
                            meaning: string;
                            scopes: string[];
                            allowed: boolean;
                            reason?: string;
                        }[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                        }[];
                        permissions: {
                            permission: string;
                            label: string;
                            group: string;
                            fromRole: boolean;
                            granted: boolean;
                            allowed: boolean;
                            reason?: string;
                        }[];
                        editable: boolean;
                        reason?: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_your_own_roles, person_above_yours, role_above_yours, permission_above_yours, reauth_required, last_admin, role_not_given_here, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    previewRoles: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: {
                        role: string;
                        /** Format: uuid */
                        unit?: string;
                        /** @enum {string} */
                        kind?: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                    }[];
                    /** @description Left out: unchanged */
                    permissions?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        blocks: {
                            code: string;
                            sentence: string;
                        }[];
                        changes: string[];
                        keeps: string[];
                        /** @description What somebody else has to take over */
                        handsOver: string[];
                    };
                };
            };
            /** @description Refusals: forbidden, role_unknown, unit_unknown, permission_unknown, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getInvitationOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: {
                            /** @enum {string} */
                            mode: "captured" | "sending";
                            sentence: string;
                        };
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        domains: string[];
                        /** @description Days that a link works */
                        days: number;
                        /** @enum {string} */
                        askMobile: "required" | "optional" | "no";
                        needsUnit: boolean;
                        roles: {
                            role: string;
                            label: string;
                            meaning: string;
                            level: number;
                            scopes: ("tenant" | "organisation" | "unit")[];
                            suggested: boolean;
                        }[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                        }[];
                        languages: {
                            tag: string;
                            name: string;
                        }[];
                        permissions: {
                            permission: string;
                            label: string;
                        }[];
                        pageLimit: number;
                        holdSeconds: number;
                        timeZone: string;
                        canSetDeletionDate: boolean;
                        canManageLabels: boolean;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    recognisePeople: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            ready: number;
                            check: number;
                            repeat: number;
                            notSent: number;
                            invalid: number;
                        };
                        entries: {
                            index: number;
                            text: string;
                            email?: string;
                            name?: string;
                            givenName?: string;
                            familyName?: string;
                            roles?: string[];
                            units?: string[];
                            /** @enum {string} */
                            outcome: "ready" | "check" | "repeat" | "not_sent" | "invalid";
                            code?: string;
                            detail?: string;
                            suggestion?: string;
                            /** @description For `check`: what there is to say if it is kept as typed */
                            ifKept?: {
                                code: string;
                                detail: string;
                            };
                            /** @enum {string} */
                            wayOn?: "correct" | "open" | "resend" | "reactivate" | "add_roles" | "wait";
                            person?: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                status: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    previewInvitation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description BCP 47 tag */
                    language?: string;
                    message?: string;
                    /** Format: date-time */
                    sendAt?: string;
                    person?: {
                        email: string;
                        givenName?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mails: {
                            kind: string;
                            label: string;
                            when: string;
                            subject: string;
                            text: string;
                            html: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, language_unknown, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
                /** @description Sent together */
                batch?: string;
                /** @description Words, each found in name, email or staff number */
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /**
                             * Format: uuid
                             * @description Of the membership
                             */
                            personId: string;
                            email: string;
                            name: string;
                            roles: {
                                role: string;
                                label: string;
                                scope: string | null;
                            }[];
                            units: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            inviter: string | null;
                            /** Format: uuid */
                            batchId: string;
                            madeAt: string;
                            sendAt: string | null;
                            /** @description Last handed over to the mail server */
                            sentAt: string | null;
                            expiresAt: string | null;
                            status: string;
                            delivery: {
                                state: string;
                                stateLabel: string;
                                explanation: string | null;
                                nextTryAt: string | null;
                            } | null;
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    invitePeople: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: {
                        email: string;
                        givenName?: string;
                        familyName?: string;
                        roles?: (string | {
                            role: string;
                            /** Format: uuid */
                            unit: string;
                        })[];
                        units?: string[];
                    }[];
                    /** @description For everybody who names none; none at all: user */
                    roles?: (string | {
                        role: string;
                        /** Format: uuid */
                        unit: string;
                    })[];
                    units?: string[];
                    /** @description BCP 47 tag */
                    language?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    permissions?: string[];
                    message?: string;
                    /**
                     * Format: date-time
                     * @description Not before then
                     */
                    sendAt?: string;
                    /** Format: date */
                    deletionDate?: string;
                    /** @description How long it can still be stopped */
                    holdSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        batchId: string;
                        counts: {
                            queued: number;
                            scheduled: number;
                            notSent: number;
                        };
                        results: {
                            index: number;
                            email: string;
                            /** @enum {string} */
                            outcome: "queued" | "scheduled" | "not_sent";
                            /** Format: uuid */
                            invitationId?: string;
                            /** Format: uuid */
                            personId?: string;
                            code?: string;
                            detail?: string;
                            /** @enum {string} */
                            wayOn?: "correct" | "open" | "resend" | "reactivate" | "add_roles" | "wait";
                            person?: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                status: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, role_above_yours, role_unknown, role_needs_unit, role_not_given_here, unit_unknown, unit_needed, permission_above_yours, permission_unknown, language_unknown, no_links_here, deletion_date_past, send_at_past, send_at_far, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    resendInvitations: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the memberships */
                    people?: string[];
                    /** @enum {boolean} */
                    everyone?: true;
                    /** @description Also invite those who never were */
                    alsoNotInvited?: boolean;
                    holdSeconds?: number;
                    /** @description Say what would happen, and do nothing */
                    dryRun?: boolean;
                    expectedCount?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batchId: string | null;
                        counts: {
                            resend: number;
                            /** @description Invited for the first time */
                            notInvited: number;
                            notPossible: number;
                        };
                        results: {
                            /** Format: uuid */
                            personId: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            outcome: "queued" | "not_sent";
                            code?: string;
                            detail?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, person_unknown, count_changed, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holdSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        batchId: string;
                    };
                };
            };
            /** @description Refusals: forbidden, person_above_yours, invitation_ended, slow_down, too_many_mails, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    cancelInvitation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, person_above_yours, invitation_ended, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    copyInvitationLink: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        expiresAt: string;
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, person_above_yours, invitation_ended, slow_down, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    stopInvitations: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stopped: number;
                        alreadySent: number;
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            name: string;
                        };
                        inviter: string | null;
                        email: string;
                        givenName: string;
                        familyName: string;
                        mobile: string;
                        /**
                         * @description Where the form was left
                         * @enum {string}
                         */
                        step: "start" | "name" | "mobile" | "password";
                        /** @enum {string} */
                        askMobile: "required" | "optional" | "no";
                        /** @description The day in words, in the organisation’s time zone */
                        expiresOn: string;
                        /**
                         * @description register: no account yet. sign_in: there is one. join: signed in with it
                         * @enum {string}
                         */
                        needs: "register" | "sign_in" | "join";
                        signedIn: boolean;
                        passwordMin: number;
                        language: string;
                        message: string | null;
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_expired, slow_down, signed_in_as_other, needs_reapproval, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    givenName: string;
                    familyName: string;
                    /**
                     * @description In any way of writing it; kept as typed and in E.164
                     * @default
                     */
                    mobile?: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is still asked; null: nothing */
                        next: ("second_factor" | "change_password" | "terms") | null;
                    };
                };
            };
            /** @description Refusals: given_name_missing, family_name_missing, no_links_here, mobile_missing, mobile_format, password_short, password_long, password_known, password_personal, link_unknown, link_used, link_revoked, link_expired, slow_down, signed_in_as_other, needs_reapproval, sign_in_first, busy, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    saveRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    step: "start" | "name" | "mobile" | "password";
                    givenName?: string;
                    familyName?: string;
                    /** @description In any way of writing it; kept as typed and in E.164 */
                    mobile?: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: given_name_missing, family_name_missing, no_links_here, mobile_missing, mobile_format, link_unknown, link_used, link_revoked, link_expired, slow_down, signed_in_as_other, needs_reapproval, sign_in_first, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    joinOrganisation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                        };
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_expired, slow_down, signed_in_as_other, needs_reapproval, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    askNewLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_still_works, needs_reapproval, slow_down, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    declineInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, slow_down, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getNewcomerOptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: {
                            /** @enum {string} */
                            mode: "captured" | "sending";
                            sentence: string;
                        };
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        domains: string[];
                        /** @description Days that a link works */
                        days: number;
                        /** @enum {string} */
                        askMobile: "required" | "optional" | "no";
                        needsUnit: boolean;
                        roles: {
                            role: string;
                            label: string;
                            meaning: string;
                            level: number;
                            scopes: ("tenant" | "organisation" | "unit")[];
                            suggested: boolean;
                        }[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            kind: string;
                        }[];
                        languages: {
                            tag: string;
                            name: string;
                        }[];
                        permissions: {
                            permission: string;
                            label: string;
                        }[];
                        pageLimit: number;
                        holdSeconds: number;
                        timeZone: string;
                        canSetDeletionDate: boolean;
                        canManageLabels: boolean;
                        jobCategories: {
                            key: string;
                            label: string;
                        }[];
                        relationships: {
                            key: string;
                            label: string;
                        }[];
                        passwordMin: number;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    checkAddress: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        /** @description Ways of adding that work with this address */
                        fits: ("invite" | "credentials" | "none")[];
                        code: string | null;
                        detail: string | null;
                        wayOn: ("open" | "resend" | "reactivate" | "invite") | null;
                        person: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            status: string;
                        } | null;
                    };
                };
            };
            /** @description Refusals: forbidden, email_missing, email_format, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listRecommendedPosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Anybody’s job title or category is known */
                        anyKnown: boolean;
                        posts: {
                            post: string;
                            label: string;
                            why: string;
                            filled: boolean;
                            dismissed: boolean;
                        }[];
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    dismissRecommendedPost: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    recommendPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listStaffWithoutEmail: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            givenName: string;
                            familyName: string;
                            jobTitle: string | null;
                            jobCategory: string | null;
                            jobCategoryLabel: string | null;
                            staffNumber: string | null;
                            relationship: string;
                            relationshipLabel: string;
                            startDate: string | null;
                            addedAt: string;
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    addStaffWithoutEmail: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    givenName: string;
                    familyName: string;
                    jobTitle?: string;
                    /** @enum {string} */
                    jobCategory?: "headteacher" | "senior_leader" | "safeguarding_lead" | "senco" | "middle_leader" | "teacher" | "peripatetic_teacher" | "teaching_support" | "pastoral" | "business_manager" | "office" | "exams_data" | "it" | "technician" | "site" | "catering" | "governor" | "finance" | "hr" | "central_team" | "volunteer" | "other";
                    staffNumber?: string;
                    /**
                     * @description employee unless said
                     * @enum {string}
                     */
                    relationship?: "employee" | "volunteer" | "governor" | "contractor" | "agency";
                    /**
                     * Format: date
                     * @description First day of work
                     */
                    startDate?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refusals: forbidden, given_name_missing, family_name_missing, name_long, no_links_here, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    removeStaffWithoutEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    giveStaffAddress: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @description None: user */
                    roles?: (string | {
                        role: string;
                        /** Format: uuid */
                        unit: string;
                    })[];
                    units?: string[];
                    permissions?: string[];
                    /** @description BCP 47 tag */
                    language?: string;
                    labels?: {
                        [key: string]: string;
                    };
                    /**
                     * Format: date
                     * @description Last day of work; access doesn’t end by it
                     */
                    leavingDate?: string;
                    /** Format: date */
                    deletionDate?: string;
                    /** @description Goes with an invitation */
                    message?: string;
                    /**
                     * Format: date-time
                     * @description An invitation goes out not before then
                     */
                    sendAt?: string;
                    /**
                     * @description invite: to register. credentials: the account is set up, active once its email left. none: not yet
                     * @enum {string}
                     */
                    notify: "invite" | "credentials" | "none";
                    /** @description With credentials: to begin with, handed over by you; without it a random one is mailed */
                    password?: string;
                    /** @description With credentials: says so in so many words */
                    mailPassword?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Of the membership
                         */
                        id: string;
                        /** Format: uuid */
                        personId: string;
                        email: string;
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        sentence: string;
                        invitationId: string | null;
                        batchId: string | null;
                    };
                };
            };
            /** @description Refusals: forbidden, given_name_missing, family_name_missing, email_missing, email_format, name_long, no_links_here, password_or_mail, password_not_here, password_short, password_long, password_known, password_personal, already_active, already_invited, already_added, already_on_its_way, archived_match, awaiting_approval, in_other_school, address_in_use, changed_meanwhile, role_above_yours, role_unknown, role_needs_unit, role_not_given_here, unit_unknown, unit_needed, permission_above_yours, permission_unknown, language_unknown, leaving_before_start, deletion_date_past, send_at_past, send_at_far, too_many_mails, busy, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getConsequences: {
        parameters: {
            query?: {
                action?: "pause" | "archive" | "stay" | "reactivate" | "delete" | "move";
                /** @description Last day with access; left out: it ends now */
                on?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "person.move" | "person.pause" | "person.archive" | "person.stay" | "person.reactivate" | "person.delete";
                        /** @description Why it can’t be done; empty when it can */
                        blocks: {
                            code: string;
                            sentence: string;
                        }[];
                        changes: string[];
                        keeps: string[];
                        /** @description What somebody else has to take over */
                        handsOver: string[];
                        /** @description Of pausing and archiving: how many units `handOverTo` could be given, if any */
                        handOver: {
                            units: number;
                            allowed: boolean;
                            reason: string | null;
                        } | null;
                        /** @description Day to offer as the last day of work */
                        leavingDate: string;
                        /** @description The day it is there */
                        today: string;
                        /** @description Their name as it is shown, to be typed before they are deleted */
                        name: string;
                        /** @description Of a move: where they could go */
                        destinations: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, end_past, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    pausePerson: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Last day with access, today or later: it ends with that day there. Left out: it ends now
                     */
                    on?: string;
                    /** @description Kept in the record, and shown only there */
                    reason?: string;
                    /**
                     * @description Whether they are told by email
                     * @default false
                     */
                    tell?: boolean;
                    /**
                     * Format: uuid
                     * @description Who leads at once the units there that nobody would lead any more, by membership
                     */
                    handOverTo?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, already_inactive, awaiting_approval, last_admin, end_past, successor_unknown, successor_leaves, successor_not_active, successor_elsewhere, not_your_own_roles, role_above_yours, reauth_required, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    archivePerson: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description Last day of work, not after the last day with access; left out with `on`, that day
                     */
                    leavingDate?: string;
                    /**
                     * Format: date
                     * @description Last day with access, today or later: it ends with that day there. Left out: it ends now
                     */
                    on?: string;
                    /** @description Kept in the record, and shown only there */
                    reason?: string;
                    /**
                     * @description Whether they are told by email
                     * @default false
                     */
                    tell?: boolean;
                    /**
                     * Format: uuid
                     * @description Who leads at once the units there that nobody would lead any more, by membership
                     */
                    handOverTo?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, already_inactive, awaiting_approval, last_admin, end_past, leaving_date_to_come, successor_unknown, successor_leaves, successor_not_active, successor_elsewhere, not_your_own_roles, role_above_yours, reauth_required, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    reactivatePerson: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Whether they are told by email
                     * @default false
                     */
                    tell?: boolean;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, not_inactive, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    letPersonStay: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, no_planned_end, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    movePerson: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The organisation they go to
                     */
                    to: string;
                    /** @description For the whole organisation there; left out: those they hold here that you may give there, or else User */
                    roles?: string[];
                    /** @description Units they belong to there */
                    units?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                        /**
                         * Format: uuid
                         * @description Who they are there
                         */
                        movedTo: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, already_inactive, awaiting_approval, last_admin, nowhere_to_move, organisation_unknown, unit_unknown, role_unknown, role_above_yours, role_not_given_here, reauth_required, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getPersonEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        values: {
                            givenName: string;
                            familyName: string;
                            email: string;
                            language: string;
                            jobTitle: string | null;
                            jobCategory: string | null;
                            staffNumber: string | null;
                            relationship: string;
                            startDate: string | null;
                            leavingDate: string | null;
                            labels: {
                                [key: string]: string;
                            };
                            deletionDate: string | null;
                        };
                        fields: {
                            /** @enum {string} */
                            field: "givenName" | "familyName" | "email" | "language" | "jobTitle" | "jobCategory" | "staffNumber" | "relationship" | "startDate" | "leavingDate" | "labels" | "deletionDate";
                            allowed: boolean;
                            reason?: string;
                            /** @description A staff list writes it, until it is changed by hand */
                            listed: boolean;
                        }[];
                        /** @description A new address changes nothing until it is confirmed */
                        provesEmail: boolean;
                        waitingEmail: {
                            email: string;
                            by: string | null;
                            at: string;
                        } | null;
                        jobCategories: {
                            key: string;
                            label: string;
                        }[];
                        relationships: {
                            key: string;
                            label: string;
                        }[];
                        languages: {
                            key: string;
                            label: string;
                        }[];
                        today: string;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    cancelEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, person_shared, no_email_change, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    unlockPerson: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, not_locked, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    sendReset: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, not_active, slow_down, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    signPersonOut: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, not_active, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    turnDownSuggestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "expired" | "awaiting_approval" | "locked" | "pending" | "not_invited" | "active" | "inactive";
                        statusLabel: string;
                        statusDetail: string | null;
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, no_suggestion, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            name: string;
                        };
                        /** @description The address that is confirmed */
                        email: string;
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_expired, slow_down, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    confirmEmailChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organisation: {
                            name: string;
                        };
                        /** @description The address that is confirmed */
                        email: string;
                        /** @description Signed in here as that person, with a new session */
                        signedIn: boolean;
                    };
                };
            };
            /** @description Refusals: link_unknown, link_used, link_revoked, link_expired, slow_down, address_in_use, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listOrganisations: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
                /** @description Words, each found in the name */
                q?: string;
                /** @description `depth`: the root first, then by name */
                sort?: "depth" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @description Its name in the console’s addresses */
                            slug: string;
                            name: string;
                            /** @enum {string} */
                            type: "trust" | "school";
                            parentId: string | null;
                            urn: string | null;
                            domains: string[];
                            timeZone: string;
                            /** @description Memberships */
                            people: number;
                            units: number;
                            /**
                             * @description Whether a mobile number is asked for at registration
                             * @enum {string}
                             */
                            askMobile: "required" | "optional" | "no";
                            /** @description Days that a link of an invitation works */
                            invitationDays: number;
                            /** @description Whether an invitation must name a unit */
                            needsUnit: boolean;
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: cursor_wrong, signed_out, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    addOrganisation: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /**
                     * @default school
                     * @enum {string}
                     */
                    type?: "trust" | "school";
                    /** Format: uuid */
                    parentId: string;
                    urn?: string | null;
                    domains?: string[];
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Its name in the console’s addresses */
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        type: "trust" | "school";
                        parentId: string | null;
                        urn: string | null;
                        domains: string[];
                        timeZone: string;
                        /** @description Memberships */
                        people: number;
                        units: number;
                        /**
                         * @description Whether a mobile number is asked for at registration
                         * @enum {string}
                         */
                        askMobile: "required" | "optional" | "no";
                        /** @description Days that a link of an invitation works */
                        invitationDays: number;
                        /** @description Whether an invitation must name a unit */
                        needsUnit: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, duplicate, duplicate_urn, parent_not_a_trust, domain_format, time_zone_unknown, signed_out, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Its name in the console’s addresses */
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        type: "trust" | "school";
                        parentId: string | null;
                        urn: string | null;
                        domains: string[];
                        timeZone: string;
                        /** @description Memberships */
                        people: number;
                        units: number;
                        /**
                         * @description Whether a mobile number is asked for at registration
                         * @enum {string}
                         */
                        askMobile: "required" | "optional" | "no";
                        /** @description Days that a link of an invitation works */
                        invitationDays: number;
                        /** @description Whether an invitation must name a unit */
                        needsUnit: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    editOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    urn?: string | null;
                    domains?: string[];
                    timeZone?: string;
                    /** @enum {string} */
                    askMobile?: "required" | "optional" | "no";
                    invitationDays?: number;
                    needsUnit?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Its name in the console’s addresses */
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        type: "trust" | "school";
                        parentId: string | null;
                        urn: string | null;
                        domains: string[];
                        timeZone: string;
                        /** @description Memberships */
                        people: number;
                        units: number;
                        /**
                         * @description Whether a mobile number is asked for at registration
                         * @enum {string}
                         */
                        askMobile: "required" | "optional" | "no";
                        /** @description Days that a link of an invitation works */
                        invitationDays: number;
                        /** @description Whether an invitation must name a unit */
                        needsUnit: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, duplicate, duplicate_urn, domain_format, time_zone_unknown, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
                /** @description Words, each found in the name */
                q?: string;
                /** @description `kind`: by kind, then by name */
                sort?: "kind" | "name" | "-name";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            organisationId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                            parentId: string | null;
                            /** @description Seen only from inside it and by organisation admins and above */
                            private: boolean;
                            /** @enum {string} */
                            source: "synced" | "local";
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, cursor_wrong, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    addUnit: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    kind: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                    parentId?: string | null;
                    private?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisationId: string;
                        name: string;
                        /** @enum {string} */
                        kind: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                        parentId: string | null;
                        /** @description Seen only from inside it and by organisation admins and above */
                        private: boolean;
                        /** @enum {string} */
                        source: "synced" | "local";
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, duplicate, too_deep, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    editUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    parentId?: string | null;
                    private?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisationId: string;
                        name: string;
                        /** @enum {string} */
                        kind: "service_area" | "group" | "subject_area" | "faculty" | "department" | "class";
                        parentId: string | null;
                        /** @description Seen only from inside it and by organisation admins and above */
                        private: boolean;
                        /** @enum {string} */
                        source: "synced" | "local";
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, duplicate, parent_inside, too_deep, synced, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
                /** @description One or more, with commas */
                state?: string;
                /** @description One or more, with commas */
                kind?: string;
                /** @description Part of the address */
                q?: string;
                /** @description Those to one person, by the id of the account */
                person?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @description The recipient, when a person known here */
                            accountId: string | null;
                            to: string;
                            kind: string;
                            kindLabel: string;
                            subject: string | null;
                            /** @enum {string} */
                            state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                            stateLabel: string;
                            /** @description Mail is not set up: kept here instead of sent */
                            captured: boolean;
                            attempts: number;
                            nextTryAt: string | null;
                            /** @description The mail server’s own words */
                            serverAnswer: string | null;
                            explanation: string | null;
                            createdAt: string;
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                        mail: {
                            /** @enum {string} */
                            mode: "captured" | "sending";
                            sentence: string;
                            /** @description What keeps every email from going at the moment */
                            trouble: {
                                sentence: string;
                                serverAnswer: string;
                                since: string;
                                /** @description Messages of this organisation that wait for its end */
                                waiting: number;
                            } | null;
                        };
                        filters: {
                            states: {
                                /** @enum {string} */
                                key: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                                label: string;
                            }[];
                            kinds: {
                                key: string;
                                label: string;
                            }[];
                        };
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    testMail: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "accepted" | "deferred" | "bounced" | "unknown" | "suppressed";
                        stateLabel: string;
                        steps: {
                            /** @enum {string} */
                            step: "found" | "encrypted" | "signed_in" | "accepted";
                            /** @description null: it did not come to that, or wasn’t needed */
                            ok: boolean | null;
                            detail: string;
                        }[];
                        /** @description Every line that was said, secrets withheld */
                        conversation: {
                            /** @enum {string} */
                            who: "server" | "lanyard";
                            line: string;
                        }[];
                        serverAnswer: string | null;
                        explanation: string | null;
                    };
                };
            };
            /** @description Refusals: forbidden, email_format, slow_down, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The recipient, when a person known here */
                        accountId: string | null;
                        to: string;
                        kind: string;
                        kindLabel: string;
                        subject: string | null;
                        /** @enum {string} */
                        state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                        stateLabel: string;
                        /** @description Mail is not set up: kept here instead of sent */
                        captured: boolean;
                        attempts: number;
                        nextTryAt: string | null;
                        /** @description The mail server’s own words */
                        serverAnswer: string | null;
                        explanation: string | null;
                        createdAt: string;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                        /** @description The recipient’s place here */
                        person: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description What became of every attempt, oldest first */
                        story: {
                            at: string;
                            /** @enum {string} */
                            state: "queued" | "sending" | "accepted" | "deferred" | "bounced" | "failed" | "unknown" | "suppressed";
                            stateLabel: string;
                            serverAnswer: string | null;
                            explanation: string | null;
                        }[];
                    };
                };
            };
            /** @description Refusals: signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getMessageContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: string;
                        html: string;
                        text: string;
                    };
                };
            };
            /** @description Refusals: forbidden, person_above_yours, content_gone, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listSeats: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
                /** @description Only seats that were open when this day ended, where the organisation is */
                on?: string;
                /** @description `below`: also the organisations below */
                include?: "below";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            person: {
                                /**
                                 * Format: uuid
                                 * @description Of the membership
                                 */
                                id: string;
                                name: string;
                                email: string;
                            };
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            openedAt: string;
                            openedWhy: string;
                            openedWhyLabel: string;
                            closedAt: string | null;
                            closedWhy: string | null;
                            closedWhyLabel: string | null;
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                        /** @description Seats open now, or when the day asked for ended */
                        open: number;
                        /** @description The day asked for */
                        on: string | null;
                        /** @description The same by organisation, with `include=below` */
                        places: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            open: number;
                        }[];
                        /** @description Seats open when each of the last months ended, the latest first */
                        months: {
                            lastDay: string;
                            open: number;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, day_to_come, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    exportSeats: {
        parameters: {
            query?: {
                /** @description Only seats that were open when this day ended, where the organisation is */
                on?: string;
                /** @description `below`: also the organisations below */
                include?: "below";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, reauth_required, day_to_come, too_many_entries, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The organisation that decides for all */
                        decidedAt: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        kinds: {
                            /** @enum {string} */
                            kind: "invitations" | "staff_list_files" | "sessions" | "sign_ins" | "record" | "archived";
                            label: string;
                            means: string;
                            /** @enum {string} */
                            unit: "days" | "months";
                            amount: number;
                            standard: number;
                            least: number;
                            most: number;
                            /** @description What the next run would do; null for who doesn’t decide */
                            due: {
                                many: number;
                                held: number;
                                /** @description Who, where the kind is about people; the first fifty */
                                people: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
                            } | null;
                            lastRun: {
                                at: string;
                                many: number;
                            } | null;
                        }[];
                        /** @description Archived people whose time is over, the longest archived first */
                        reviews: {
                            /**
                             * Format: uuid
                             * @description Of the membership
                             */
                            id: string;
                            name: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            archivedAt: string;
                            leavingDate: string | null;
                            /** @description What had become of them after the backup was made that brought them back */
                            restoredAs: ("archived" | "deleted") | null;
                            held: boolean;
                        }[];
                        holds: {
                            /** Format: uuid */
                            id: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @description Null: everything of the organisation and below */
                            person: {
                                /** Format: uuid */
                                accountId: string;
                                membershipId: string | null;
                                name: string;
                            } | null;
                            reason: string;
                            placedBy: string | null;
                            placedAt: string;
                        }[];
                        /** @description Whether everything here is held, here or above */
                        held: boolean;
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    changeRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    invitations?: number;
                    staff_list_files?: number;
                    sessions?: number;
                    sign_ins?: number;
                    record?: number;
                    archived?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            /** @description Refusals: forbidden, reauth_required, period_out_of_range, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getProcessingRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    holdOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, in words */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, already_held, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    liftOrganisationHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, placed_above, not_held, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    holdPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why, in words */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, not_yourself, person_above_yours, already_held, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    liftPersonHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, not_yourself, placed_above, not_held, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    keepPerson: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, not_archived, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Their name as it is shown, or their address if they have none */
                    name: string;
                    /** @description What you call the request, such as a number; it stays in the record, so don’t name anybody */
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was done, in words to show */
                        sentence: string;
                    };
                };
            };
            /** @description Refusals: forbidden, reauth_required, on_hold, name_does_not_match, not_yourself, person_above_yours, last_admin, still_listed, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    exportPersonData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, person_above_yours, reauth_required, data_exported_lately, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    exportMyData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: reauth_required, data_exported_lately, signed_out, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listStaffLists: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @description To quote to support */
                            reference: string;
                            /** Format: uuid */
                            organisationId: string;
                            organisationName: string;
                            fileName: string;
                            fileBytes: number;
                            /** @description SHA-256 of what was uploaded, in hex */
                            fileDigest: string;
                            /** @description What the browser said of the file it read */
                            originalSentences: string[];
                            everyone: boolean;
                            madeBy: {
                                name: string;
                            } | null;
                            madeAt: string;
                            touchedAt: string;
                            /** @enum {string} */
                            state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                            stateLabel: string;
                            problem: {
                                code: string;
                                detail: string;
                            } | null;
                            reading: {
                                /** @enum {string} */
                                format: "csv" | "xlsx" | "zip";
                                encoding: string | null;
                                otherEncodings: string[];
                                delimiter: string | null;
                                sheet: string;
                                sheets: {
                                    name: string;
                                    rows: number;
                                }[];
                                /** @description 0: there are none */
                                headingRow: number;
                                titleRows: number;
                                blankRows: number;
                                totalRows: number;
                                /** @description Rows with somebody on them */
                                people: number;
                                /** @description What was decided, in words */
                                sentences: string[];
                                columns: {
                                    index: number;
                                    heading: string;
                                    samples: string[];
                                    field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                    /** @enum {string} */
                                    state: "used" | "unused" | "private" | "contested";
                                    why: string;
                                    /** @enum {string} */
                                    dateOrder?: "dmy" | "mdy" | "ymd";
                                }[];
                                privateHeadings: string[];
                                /** @description To be answered before there is a plan */
                                questions: {
                                    code: string;
                                    field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                    columns: number[];
                                    detail: string;
                                }[];
                                fingerprint: string;
                                remembered: boolean;
                            } | null;
                            values: {
                                /** @enum {string} */
                                field: "role" | "unit" | "school";
                                /** @description As it stands in the file */
                                value: string;
                                rows: number;
                                /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                                means: string | null;
                                label: string | null;
                                why: string;
                                /** @description What it could mean as well; never taken by itself */
                                suggestion: string | null;
                            }[];
                            /** @description Fields that this list changes for nobody */
                            keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                            counts: {
                                add: number;
                                update: number;
                                unchanged: number;
                                reactivate: number;
                                conflict: number;
                                not_on_list: number;
                                error: number;
                                skipped: number;
                                /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                                people: number;
                                /** @description Of not_on_list: those whom the file itself says have left */
                                leaving: number;
                                /** @description People on the system in the organisations the file covers */
                                here: number;
                                /** @description Of those, how many the file names, or may name in a row to put right */
                                matched: number;
                                /** @description What applying would do now, with what is ticked */
                                taking: {
                                    add: number;
                                    update: number;
                                    reactivate: number;
                                    archive: number;
                                };
                                /** @description What applying came to */
                                done?: {
                                    added: number;
                                    changed: number;
                                    reactivated: number;
                                    archived: number;
                                    /** @description Leavers above the limit, who wait */
                                    held: number;
                                    /** @description Overtaken or refused at that moment; their rows say why */
                                    notDone: number;
                                    /** @description Departments that were made */
                                    units: number;
                                };
                            } | null;
                            /** @description What applying would do, or did, in a sentence */
                            summary: string | null;
                            /** @description How the numbers add up */
                            sums: string[];
                            /** @description What is odd about the whole list, such as that every address would change */
                            notes: string[];
                            /** @description Leavers above the limit: they wait until their number is typed */
                            held: {
                                people: number;
                                limit: number;
                                detail: string;
                            } | null;
                            invite: string | null;
                            progress: {
                                done: number;
                                total: number;
                                etaSeconds: number | null;
                                sentence: string;
                            };
                            /** @description Of the emails this list asked for */
                            invitations: {
                                total: number;
                                handedOver: number;
                                problems: number;
                            } | null;
                            appliedBy: {
                                name: string;
                            } | null;
                            appliedAt: string | null;
                            undoUntil: string | null;
                            undoneAt: string | null;
                            fileKeptUntil: string | null;
                            /** @description apply, undo, archive_leavers, discard */
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    uploadStaffList: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Whether it lists everyone who works there */
                    everyone: ("true" | "false") | boolean;
                    /** @description Instead of a file: rows by heading, sent as JSON */
                    rows?: {
                        [key: string]: string | null;
                    }[];
                    /** @description JSON as for changing the mapping */
                    mapping?: string;
                    /** @description JSON of the browser: { bytes, sha256, sentences } */
                    original?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description To quote to support */
                        reference: string;
                        /** Format: uuid */
                        organisationId: string;
                        organisationName: string;
                        fileName: string;
                        fileBytes: number;
                        /** @description SHA-256 of what was uploaded, in hex */
                        fileDigest: string;
                        /** @description What the browser said of the file it read */
                        originalSentences: string[];
                        everyone: boolean;
                        madeBy: {
                            name: string;
                        } | null;
                        madeAt: string;
                        touchedAt: string;
                        /** @enum {string} */
                        state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                        stateLabel: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        reading: {
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "zip";
                            encoding: string | null;
                            otherEncodings: string[];
                            delimiter: string | null;
                            sheet: string;
                            sheets: {
                                name: string;
                                rows: number;
                            }[];
                            /** @description 0: there are none */
                            headingRow: number;
                            titleRows: number;
                            blankRows: number;
                            totalRows: number;
                            /** @description Rows with somebody on them */
                            people: number;
                            /** @description What was decided, in words */
                            sentences: string[];
                            columns: {
                                index: number;
                                heading: string;
                                samples: string[];
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                /** @enum {string} */
                                state: "used" | "unused" | "private" | "contested";
                                why: string;
                                /** @enum {string} */
                                dateOrder?: "dmy" | "mdy" | "ymd";
                            }[];
                            privateHeadings: string[];
                            /** @description To be answered before there is a plan */
                            questions: {
                                code: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                columns: number[];
                                detail: string;
                            }[];
                            fingerprint: string;
                            remembered: boolean;
                        } | null;
                        values: {
                            /** @enum {string} */
                            field: "role" | "unit" | "school";
                            /** @description As it stands in the file */
                            value: string;
                            rows: number;
                            /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                            means: string | null;
                            label: string | null;
                            why: string;
                            /** @description What it could mean as well; never taken by itself */
                            suggestion: string | null;
                        }[];
                        /** @description Fields that this list changes for nobody */
                        keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                        counts: {
                            add: number;
                            update: number;
                            unchanged: number;
                            reactivate: number;
                            conflict: number;
                            not_on_list: number;
                            error: number;
                            skipped: number;
                            /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                            people: number;
                            /** @description Of not_on_list: those whom the file itself says have left */
                            leaving: number;
                            /** @description People on the system in the organisations the file covers */
                            here: number;
                            /** @description Of those, how many the file names, or may name in a row to put right */
                            matched: number;
                            /** @description What applying would do now, with what is ticked */
                            taking: {
                                add: number;
                                update: number;
                                reactivate: number;
                                archive: number;
                            };
                            /** @description What applying came to */
                            done?: {
                                added: number;
                                changed: number;
                                reactivated: number;
                                archived: number;
                                /** @description Leavers above the limit, who wait */
                                held: number;
                                /** @description Overtaken or refused at that moment; their rows say why */
                                notDone: number;
                                /** @description Departments that were made */
                                units: number;
                            };
                        } | null;
                        /** @description What applying would do, or did, in a sentence */
                        summary: string | null;
                        /** @description How the numbers add up */
                        sums: string[];
                        /** @description What is odd about the whole list, such as that every address would change */
                        notes: string[];
                        /** @description Leavers above the limit: they wait until their number is typed */
                        held: {
                            people: number;
                            limit: number;
                            detail: string;
                        } | null;
                        invite: string | null;
                        progress: {
                            done: number;
                            total: number;
                            etaSeconds: number | null;
                            sentence: string;
                        };
                        /** @description Of the emails this list asked for */
                        invitations: {
                            total: number;
                            handedOver: number;
                            problems: number;
                        } | null;
                        appliedBy: {
                            name: string;
                        } | null;
                        appliedAt: string | null;
                        undoUntil: string | null;
                        undoneAt: string | null;
                        fileKeptUntil: string | null;
                        /** @description apply, undo, archive_leavers, discard */
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, file_type, file_locked, file_unpacks_too_large, too_large, too_many_rows, file_broken, file_empty, signed_out, not_found, busy_with_files, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getStaffListTemplate: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getStaffList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description To quote to support */
                        reference: string;
                        /** Format: uuid */
                        organisationId: string;
                        organisationName: string;
                        fileName: string;
                        fileBytes: number;
                        /** @description SHA-256 of what was uploaded, in hex */
                        fileDigest: string;
                        /** @description What the browser said of the file it read */
                        originalSentences: string[];
                        everyone: boolean;
                        madeBy: {
                            name: string;
                        } | null;
                        madeAt: string;
                        touchedAt: string;
                        /** @enum {string} */
                        state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                        stateLabel: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        reading: {
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "zip";
                            encoding: string | null;
                            otherEncodings: string[];
                            delimiter: string | null;
                            sheet: string;
                            sheets: {
                                name: string;
                                rows: number;
                            }[];
                            /** @description 0: there are none */
                            headingRow: number;
                            titleRows: number;
                            blankRows: number;
                            totalRows: number;
                            /** @description Rows with somebody on them */
                            people: number;
                            /** @description What was decided, in words */
                            sentences: string[];
                            columns: {
                                index: number;
                                heading: string;
                                samples: string[];
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                /** @enum {string} */
                                state: "used" | "unused" | "private" | "contested";
                                why: string;
                                /** @enum {string} */
                                dateOrder?: "dmy" | "mdy" | "ymd";
                            }[];
                            privateHeadings: string[];
                            /** @description To be answered before there is a plan */
                            questions: {
                                code: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                columns: number[];
                                detail: string;
                            }[];
                            fingerprint: string;
                            remembered: boolean;
                        } | null;
                        values: {
                            /** @enum {string} */
                            field: "role" | "unit" | "school";
                            /** @description As it stands in the file */
                            value: string;
                            rows: number;
                            /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                            means: string | null;
                            label: string | null;
                            why: string;
                            /** @description What it could mean as well; never taken by itself */
                            suggestion: string | null;
                        }[];
                        /** @description Fields that this list changes for nobody */
                        keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                        counts: {
                            add: number;
                            update: number;
                            unchanged: number;
                            reactivate: number;
                            conflict: number;
                            not_on_list: number;
                            error: number;
                            skipped: number;
                            /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                            people: number;
                            /** @description Of not_on_list: those whom the file itself says have left */
                            leaving: number;
                            /** @description People on the system in the organisations the file covers */
                            here: number;
                            /** @description Of those, how many the file names, or may name in a row to put right */
                            matched: number;
                            /** @description What applying would do now, with what is ticked */
                            taking: {
                                add: number;
                                update: number;
                                reactivate: number;
                                archive: number;
                            };
                            /** @description What applying came to */
                            done?: {
                                added: number;
                                changed: number;
                                reactivated: number;
                                archived: number;
                                /** @description Leavers above the limit, who wait */
                                held: number;
                                /** @description Overtaken or refused at that moment; their rows say why */
                                notDone: number;
                                /** @description Departments that were made */
                                units: number;
                            };
                        } | null;
                        /** @description What applying would do, or did, in a sentence */
                        summary: string | null;
                        /** @description How the numbers add up */
                        sums: string[];
                        /** @description What is odd about the whole list, such as that every address would change */
                        notes: string[];
                        /** @description Leavers above the limit: they wait until their number is typed */
                        held: {
                            people: number;
                            limit: number;
                            detail: string;
                        } | null;
                        invite: string | null;
                        progress: {
                            done: number;
                            total: number;
                            etaSeconds: number | null;
                            sentence: string;
                        };
                        /** @description Of the emails this list asked for */
                        invitations: {
                            total: number;
                            handedOver: number;
                            problems: number;
                        } | null;
                        appliedBy: {
                            name: string;
                        } | null;
                        appliedAt: string | null;
                        undoUntil: string | null;
                        undoneAt: string | null;
                        fileKeptUntil: string | null;
                        /** @description apply, undo, archive_leavers, discard */
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    discardStaffList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusals: forbidden, list_applied, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listStaffListRows: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
                outcome?: "add" | "update" | "unchanged" | "reactivate" | "conflict" | "not_on_list" | "error" | "skipped";
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @description Names the row in its address */
                            place: number;
                            /** @description Row of the file as a spreadsheet numbers it */
                            n: number | null;
                            /** @enum {string} */
                            outcome: "add" | "update" | "unchanged" | "reactivate" | "conflict" | "not_on_list" | "error" | "skipped";
                            name: string;
                            email: string | null;
                            /** @description Job title and units */
                            about: string;
                            personId: string | null;
                            matchedBy: {
                                rule: string;
                                sentence: string;
                            } | null;
                            /** @description Whether applying will do it */
                            taken: boolean;
                            changes: {
                                /** @enum {string} */
                                field: "email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username";
                                label: string;
                                before: string | null;
                                after: string | null;
                                taken: boolean;
                                /** @description Whether it can be taken; the reason says why not */
                                offered: boolean;
                                /** @description Why it is not taken, or only when asked for: changed here by hand */
                                reason?: string;
                            }[];
                            problems: {
                                code: string;
                                detail: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                fieldLabel: string | null;
                                /** @description As it stands in the file, or as typed over it */
                                value: string | null;
                                suggestion?: string;
                                choices?: string[];
                            }[];
                            warnings: {
                                code: string;
                                detail: string;
                            }[];
                            candidates: {
                                /** Format: uuid */
                                personId: string;
                                name: string;
                                email: string;
                                facts: {
                                    label: string;
                                    /** @description In the file */
                                    theirs: string | null;
                                    ours: string | null;
                                    same: boolean;
                                }[];
                                why: string;
                            }[];
                            /** @description Of a conflict: what is to be decided */
                            question: string | null;
                            leaver: {
                                flags: {
                                    code: string;
                                    label: string;
                                }[];
                                /** @description Last sign-in and where they came from */
                                detail: string;
                                /** @description Why they cannot be archived from here */
                                stays: string | null;
                            } | null;
                            /** @description Values of the row by field, as they would be taken */
                            given: {
                                [key: string]: string | null;
                            };
                            decision: ("take" | "skip" | "same" | "different" | "archive") | null;
                            /** @description After applying: what was done, in words */
                            result: string | null;
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listStaffListGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            key: string;
                            /** @enum {string} */
                            outcome: "add" | "update" | "unchanged" | "reactivate" | "conflict" | "not_on_list" | "error" | "skipped";
                            rows: number;
                            /** @description “3 rows have two addresses in one cell.” */
                            detail: string;
                            /** @description “Use reed.example for all 3” */
                            fix: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    fixStaffListGroup: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description To quote to support */
                        reference: string;
                        /** Format: uuid */
                        organisationId: string;
                        organisationName: string;
                        fileName: string;
                        fileBytes: number;
                        /** @description SHA-256 of what was uploaded, in hex */
                        fileDigest: string;
                        /** @description What the browser said of the file it read */
                        originalSentences: string[];
                        everyone: boolean;
                        madeBy: {
                            name: string;
                        } | null;
                        madeAt: string;
                        touchedAt: string;
                        /** @enum {string} */
                        state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                        stateLabel: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        reading: {
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "zip";
                            encoding: string | null;
                            otherEncodings: string[];
                            delimiter: string | null;
                            sheet: string;
                            sheets: {
                                name: string;
                                rows: number;
                            }[];
                            /** @description 0: there are none */
                            headingRow: number;
                            titleRows: number;
                            blankRows: number;
                            totalRows: number;
                            /** @description Rows with somebody on them */
                            people: number;
                            /** @description What was decided, in words */
                            sentences: string[];
                            columns: {
                                index: number;
                                heading: string;
                                samples: string[];
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                /** @enum {string} */
                                state: "used" | "unused" | "private" | "contested";
                                why: string;
                                /** @enum {string} */
                                dateOrder?: "dmy" | "mdy" | "ymd";
                            }[];
                            privateHeadings: string[];
                            /** @description To be answered before there is a plan */
                            questions: {
                                code: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                columns: number[];
                                detail: string;
                            }[];
                            fingerprint: string;
                            remembered: boolean;
                        } | null;
                        values: {
                            /** @enum {string} */
                            field: "role" | "unit" | "school";
                            /** @description As it stands in the file */
                            value: string;
                            rows: number;
                            /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                            means: string | null;
                            label: string | null;
                            why: string;
                            /** @description What it could mean as well; never taken by itself */
                            suggestion: string | null;
                        }[];
                        /** @description Fields that this list changes for nobody */
                        keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                        counts: {
                            add: number;
                            update: number;
                            unchanged: number;
                            reactivate: number;
                            conflict: number;
                            not_on_list: number;
                            error: number;
                            skipped: number;
                            /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                            people: number;
                            /** @description Of not_on_list: those whom the file itself says have left */
                            leaving: number;
                            /** @description People on the system in the organisations the file covers */
                            here: number;
                            /** @description Of those, how many the file names, or may name in a row to put right */
                            matched: number;
                            /** @description What applying would do now, with what is ticked */
                            taking: {
                                add: number;
                                update: number;
                                reactivate: number;
                                archive: number;
                            };
                            /** @description What applying came to */
                            done?: {
                                added: number;
                                changed: number;
                                reactivated: number;
                                archived: number;
                                /** @description Leavers above the limit, who wait */
                                held: number;
                                /** @description Overtaken or refused at that moment; their rows say why */
                                notDone: number;
                                /** @description Departments that were made */
                                units: number;
                            };
                        } | null;
                        /** @description What applying would do, or did, in a sentence */
                        summary: string | null;
                        /** @description How the numbers add up */
                        sums: string[];
                        /** @description What is odd about the whole list, such as that every address would change */
                        notes: string[];
                        /** @description Leavers above the limit: they wait until their number is typed */
                        held: {
                            people: number;
                            limit: number;
                            detail: string;
                        } | null;
                        invite: string | null;
                        progress: {
                            done: number;
                            total: number;
                            etaSeconds: number | null;
                            sentence: string;
                        };
                        /** @description Of the emails this list asked for */
                        invitations: {
                            total: number;
                            handedOver: number;
                            problems: number;
                        } | null;
                        appliedBy: {
                            name: string;
                        } | null;
                        appliedAt: string | null;
                        undoUntil: string | null;
                        undoneAt: string | null;
                        fileKeptUntil: string | null;
                        /** @description apply, undo, archive_leavers, discard */
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, list_applied, group_unknown, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    changeStaffListMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    encoding?: string;
                    delimiter?: string;
                    sheet?: string;
                    headingRow?: number;
                    columns?: {
                        [key: string]: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                    };
                    dateOrders?: {
                        [key: string]: "dmy" | "mdy" | "ymd";
                    };
                    values?: {
                        /** @enum {string} */
                        field: "role" | "unit" | "school";
                        value: string;
                        means: string | null;
                    }[];
                    /** @description Fields that this list changes for nobody */
                    keep?: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description To quote to support */
                        reference: string;
                        /** Format: uuid */
                        organisationId: string;
                        organisationName: string;
                        fileName: string;
                        fileBytes: number;
                        /** @description SHA-256 of what was uploaded, in hex */
                        fileDigest: string;
                        /** @description What the browser said of the file it read */
                        originalSentences: string[];
                        everyone: boolean;
                        madeBy: {
                            name: string;
                        } | null;
                        madeAt: string;
                        touchedAt: string;
                        /** @enum {string} */
                        state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                        stateLabel: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        reading: {
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "zip";
                            encoding: string | null;
                            otherEncodings: string[];
                            delimiter: string | null;
                            sheet: string;
                            sheets: {
                                name: string;
                                rows: number;
                            }[];
                            /** @description 0: there are none */
                            headingRow: number;
                            titleRows: number;
                            blankRows: number;
                            totalRows: number;
                            /** @description Rows with somebody on them */
                            people: number;
                            /** @description What was decided, in words */
                            sentences: string[];
                            columns: {
                                index: number;
                                heading: string;
                                samples: string[];
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                /** @enum {string} */
                                state: "used" | "unused" | "private" | "contested";
                                why: string;
                                /** @enum {string} */
                                dateOrder?: "dmy" | "mdy" | "ymd";
                            }[];
                            privateHeadings: string[];
                            /** @description To be answered before there is a plan */
                            questions: {
                                code: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                columns: number[];
                                detail: string;
                            }[];
                            fingerprint: string;
                            remembered: boolean;
                        } | null;
                        values: {
                            /** @enum {string} */
                            field: "role" | "unit" | "school";
                            /** @description As it stands in the file */
                            value: string;
                            rows: number;
                            /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                            means: string | null;
                            label: string | null;
                            why: string;
                            /** @description What it could mean as well; never taken by itself */
                            suggestion: string | null;
                        }[];
                        /** @description Fields that this list changes for nobody */
                        keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                        counts: {
                            add: number;
                            update: number;
                            unchanged: number;
                            reactivate: number;
                            conflict: number;
                            not_on_list: number;
                            error: number;
                            skipped: number;
                            /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                            people: number;
                            /** @description Of not_on_list: those whom the file itself says have left */
                            leaving: number;
                            /** @description People on the system in the organisations the file covers */
                            here: number;
                            /** @description Of those, how many the file names, or may name in a row to put right */
                            matched: number;
                            /** @description What applying would do now, with what is ticked */
                            taking: {
                                add: number;
                                update: number;
                                reactivate: number;
                                archive: number;
                            };
                            /** @description What applying came to */
                            done?: {
                                added: number;
                                changed: number;
                                reactivated: number;
                                archived: number;
                                /** @description Leavers above the limit, who wait */
                                held: number;
                                /** @description Overtaken or refused at that moment; their rows say why */
                                notDone: number;
                                /** @description Departments that were made */
                                units: number;
                            };
                        } | null;
                        /** @description What applying would do, or did, in a sentence */
                        summary: string | null;
                        /** @description How the numbers add up */
                        sums: string[];
                        /** @description What is odd about the whole list, such as that every address would change */
                        notes: string[];
                        /** @description Leavers above the limit: they wait until their number is typed */
                        held: {
                            people: number;
                            limit: number;
                            detail: string;
                        } | null;
                        invite: string | null;
                        progress: {
                            done: number;
                            total: number;
                            etaSeconds: number | null;
                            sentence: string;
                        };
                        /** @description Of the emails this list asked for */
                        invitations: {
                            total: number;
                            handedOver: number;
                            problems: number;
                        } | null;
                        appliedBy: {
                            name: string;
                        } | null;
                        appliedAt: string | null;
                        undoUntil: string | null;
                        undoneAt: string | null;
                        fileKeptUntil: string | null;
                        /** @description apply, undo, archive_leavers, discard */
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, list_applied, file_gone, role_above_yours, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    changeStaffListRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                place: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Typed over what the file says */
                    values?: {
                        [key: string]: string | null;
                    };
                    decision?: ("take" | "skip" | "same" | "different" | "archive") | null;
                    /**
                     * Format: uuid
                     * @description With `same`: who it is
                     */
                    personId?: string;
                    /** @description Fields to leave as they are with us */
                    keep?: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        row: {
                            /** @description Names the row in its address */
                            place: number;
                            /** @description Row of the file as a spreadsheet numbers it */
                            n: number | null;
                            /** @enum {string} */
                            outcome: "add" | "update" | "unchanged" | "reactivate" | "conflict" | "not_on_list" | "error" | "skipped";
                            name: string;
                            email: string | null;
                            /** @description Job title and units */
                            about: string;
                            personId: string | null;
                            matchedBy: {
                                rule: string;
                                sentence: string;
                            } | null;
                            /** @description Whether applying will do it */
                            taken: boolean;
                            changes: {
                                /** @enum {string} */
                                field: "email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username";
                                label: string;
                                before: string | null;
                                after: string | null;
                                taken: boolean;
                                /** @description Whether it can be taken; the reason says why not */
                                offered: boolean;
                                /** @description Why it is not taken, or only when asked for: changed here by hand */
                                reason?: string;
                            }[];
                            problems: {
                                code: string;
                                detail: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                fieldLabel: string | null;
                                /** @description As it stands in the file, or as typed over it */
                                value: string | null;
                                suggestion?: string;
                                choices?: string[];
                            }[];
                            warnings: {
                                code: string;
                                detail: string;
                            }[];
                            candidates: {
                                /** Format: uuid */
                                personId: string;
                                name: string;
                                email: string;
                                facts: {
                                    label: string;
                                    /** @description In the file */
                                    theirs: string | null;
                                    ours: string | null;
                                    same: boolean;
                                }[];
                                why: string;
                            }[];
                            /** @description Of a conflict: what is to be decided */
                            question: string | null;
                            leaver: {
                                flags: {
                                    code: string;
                                    label: string;
                                }[];
                                /** @description Last sign-in and where they came from */
                                detail: string;
                                /** @description Why they cannot be archived from here */
                                stays: string | null;
                            } | null;
                            /** @description Values of the row by field, as they would be taken */
                            given: {
                                [key: string]: string | null;
                            };
                            decision: ("take" | "skip" | "same" | "different" | "archive") | null;
                            /** @description After applying: what was done, in words */
                            result: string | null;
                        };
                        list: {
                            /** Format: uuid */
                            id: string;
                            /** @description To quote to support */
                            reference: string;
                            /** Format: uuid */
                            organisationId: string;
                            organisationName: string;
                            fileName: string;
                            fileBytes: number;
                            /** @description SHA-256 of what was uploaded, in hex */
                            fileDigest: string;
                            /** @description What the browser said of the file it read */
                            originalSentences: string[];
                            everyone: boolean;
                            madeBy: {
                                name: string;
                            } | null;
                            madeAt: string;
                            touchedAt: string;
                            /** @enum {string} */
                            state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                            stateLabel: string;
                            problem: {
                                code: string;
                                detail: string;
                            } | null;
                            reading: {
                                /** @enum {string} */
                                format: "csv" | "xlsx" | "zip";
                                encoding: string | null;
                                otherEncodings: string[];
                                delimiter: string | null;
                                sheet: string;
                                sheets: {
                                    name: string;
                                    rows: number;
                                }[];
                                /** @description 0: there are none */
                                headingRow: number;
                                titleRows: number;
                                blankRows: number;
                                totalRows: number;
                                /** @description Rows with somebody on them */
                                people: number;
                                /** @description What was decided, in words */
                                sentences: string[];
                                columns: {
                                    index: number;
                                    heading: string;
                                    samples: string[];
                                    field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                    /** @enum {string} */
                                    state: "used" | "unused" | "private" | "contested";
                                    why: string;
                                    /** @enum {string} */
                                    dateOrder?: "dmy" | "mdy" | "ymd";
                                }[];
                                privateHeadings: string[];
                                /** @description To be answered before there is a plan */
                                questions: {
                                    code: string;
                                    field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                    columns: number[];
                                    detail: string;
                                }[];
                                fingerprint: string;
                                remembered: boolean;
                            } | null;
                            values: {
                                /** @enum {string} */
                                field: "role" | "unit" | "school";
                                /** @description As it stands in the file */
                                value: string;
                                rows: number;
                                /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                                means: string | null;
                                label: string | null;
                                why: string;
                                /** @description What it could mean as well; never taken by itself */
                                suggestion: string | null;
                            }[];
                            /** @description Fields that this list changes for nobody */
                            keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                            counts: {
                                add: number;
                                update: number;
                                unchanged: number;
                                reactivate: number;
                                conflict: number;
                                not_on_list: number;
                                error: number;
                                skipped: number;
                                /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                                people: number;
                                /** @description Of not_on_list: those whom the file itself says have left */
                                leaving: number;
                                /** @description People on the system in the organisations the file covers */
                                here: number;
                                /** @description Of those, how many the file names, or may name in a row to put right */
                                matched: number;
                                /** @description What applying would do now, with what is ticked */
                                taking: {
                                    add: number;
                                    update: number;
                                    reactivate: number;
                                    archive: number;
                                };
                                /** @description What applying came to */
                                done?: {
                                    added: number;
                                    changed: number;
                                    reactivated: number;
                                    archived: number;
                                    /** @description Leavers above the limit, who wait */
                                    held: number;
                                    /** @description Overtaken or refused at that moment; their rows say why */
                                    notDone: number;
                                    /** @description Departments that were made */
                                    units: number;
                                };
                            } | null;
                            /** @description What applying would do, or did, in a sentence */
                            summary: string | null;
                            /** @description How the numbers add up */
                            sums: string[];
                            /** @description What is odd about the whole list, such as that every address would change */
                            notes: string[];
                            /** @description Leavers above the limit: they wait until their number is typed */
                            held: {
                                people: number;
                                limit: number;
                                detail: string;
                            } | null;
                            invite: string | null;
                            progress: {
                                done: number;
                                total: number;
                                etaSeconds: number | null;
                                sentence: string;
                            };
                            /** @description Of the emails this list asked for */
                            invitations: {
                                total: number;
                                handedOver: number;
                                problems: number;
                            } | null;
                            appliedBy: {
                                name: string;
                            } | null;
                            appliedAt: string | null;
                            undoUntil: string | null;
                            undoneAt: string | null;
                            fileKeptUntil: string | null;
                            /** @description apply, undo, archive_leavers, discard */
                            actions: {
                                action: string;
                                allowed: boolean;
                                /** @description Why not, in words to show */
                                reason?: string;
                            }[];
                        };
                    };
                };
            };
            /** @description Refusals: forbidden, list_applied, not_a_candidate, stays, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    decideStaffListRows: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "add" | "update" | "unchanged" | "reactivate" | "conflict" | "not_on_list" | "error" | "skipped";
                    /** @description Null puts back those left out by hand, and unticks leavers */
                    decision: ("take" | "skip" | "archive") | null;
                    /** @description How many rows of this outcome were seen */
                    expectedCount: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description To quote to support */
                        reference: string;
                        /** Format: uuid */
                        organisationId: string;
                        organisationName: string;
                        fileName: string;
                        fileBytes: number;
                        /** @description SHA-256 of what was uploaded, in hex */
                        fileDigest: string;
                        /** @description What the browser said of the file it read */
                        originalSentences: string[];
                        everyone: boolean;
                        madeBy: {
                            name: string;
                        } | null;
                        madeAt: string;
                        touchedAt: string;
                        /** @enum {string} */
                        state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                        stateLabel: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        reading: {
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "zip";
                            encoding: string | null;
                            otherEncodings: string[];
                            delimiter: string | null;
                            sheet: string;
                            sheets: {
                                name: string;
                                rows: number;
                            }[];
                            /** @description 0: there are none */
                            headingRow: number;
                            titleRows: number;
                            blankRows: number;
                            totalRows: number;
                            /** @description Rows with somebody on them */
                            people: number;
                            /** @description What was decided, in words */
                            sentences: string[];
                            columns: {
                                index: number;
                                heading: string;
                                samples: string[];
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                /** @enum {string} */
                                state: "used" | "unused" | "private" | "contested";
                                why: string;
                                /** @enum {string} */
                                dateOrder?: "dmy" | "mdy" | "ymd";
                            }[];
                            privateHeadings: string[];
                            /** @description To be answered before there is a plan */
                            questions: {
                                code: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                columns: number[];
                                detail: string;
                            }[];
                            fingerprint: string;
                            remembered: boolean;
                        } | null;
                        values: {
                            /** @enum {string} */
                            field: "role" | "unit" | "school";
                            /** @description As it stands in the file */
                            value: string;
                            rows: number;
                            /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                            means: string | null;
                            label: string | null;
                            why: string;
                            /** @description What it could mean as well; never taken by itself */
                            suggestion: string | null;
                        }[];
                        /** @description Fields that this list changes for nobody */
                        keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                        counts: {
                            add: number;
                            update: number;
                            unchanged: number;
                            reactivate: number;
                            conflict: number;
                            not_on_list: number;
                            error: number;
                            skipped: number;
                            /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                            people: number;
                            /** @description Of not_on_list: those whom the file itself says have left */
                            leaving: number;
                            /** @description People on the system in the organisations the file covers */
                            here: number;
                            /** @description Of those, how many the file names, or may name in a row to put right */
                            matched: number;
                            /** @description What applying would do now, with what is ticked */
                            taking: {
                                add: number;
                                update: number;
                                reactivate: number;
                                archive: number;
                            };
                            /** @description What applying came to */
                            done?: {
                                added: number;
                                changed: number;
                                reactivated: number;
                                archived: number;
                                /** @description Leavers above the limit, who wait */
                                held: number;
                                /** @description Overtaken or refused at that moment; their rows say why */
                                notDone: number;
                                /** @description Departments that were made */
                                units: number;
                            };
                        } | null;
                        /** @description What applying would do, or did, in a sentence */
                        summary: string | null;
                        /** @description How the numbers add up */
                        sums: string[];
                        /** @description What is odd about the whole list, such as that every address would change */
                        notes: string[];
                        /** @description Leavers above the limit: they wait until their number is typed */
                        held: {
                            people: number;
                            limit: number;
                            detail: string;
                        } | null;
                        invite: string | null;
                        progress: {
                            done: number;
                            total: number;
                            etaSeconds: number | null;
                            sentence: string;
                        };
                        /** @description Of the emails this list asked for */
                        invitations: {
                            total: number;
                            handedOver: number;
                            problems: number;
                        } | null;
                        appliedBy: {
                            name: string;
                        } | null;
                        appliedAt: string | null;
                        undoUntil: string | null;
                        undoneAt: string | null;
                        fileKeptUntil: string | null;
                        /** @description apply, undo, archive_leavers, discard */
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, list_applied, count_changed, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    downloadStaffListProblems: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    uploadStaffListProblems: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description To quote to support */
                        reference: string;
                        /** Format: uuid */
                        organisationId: string;
                        organisationName: string;
                        fileName: string;
                        fileBytes: number;
                        /** @description SHA-256 of what was uploaded, in hex */
                        fileDigest: string;
                        /** @description What the browser said of the file it read */
                        originalSentences: string[];
                        everyone: boolean;
                        madeBy: {
                            name: string;
                        } | null;
                        madeAt: string;
                        touchedAt: string;
                        /** @enum {string} */
                        state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                        stateLabel: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        reading: {
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "zip";
                            encoding: string | null;
                            otherEncodings: string[];
                            delimiter: string | null;
                            sheet: string;
                            sheets: {
                                name: string;
                                rows: number;
                            }[];
                            /** @description 0: there are none */
                            headingRow: number;
                            titleRows: number;
                            blankRows: number;
                            totalRows: number;
                            /** @description Rows with somebody on them */
                            people: number;
                            /** @description What was decided, in words */
                            sentences: string[];
                            columns: {
                                index: number;
                                heading: string;
                                samples: string[];
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                /** @enum {string} */
                                state: "used" | "unused" | "private" | "contested";
                                why: string;
                                /** @enum {string} */
                                dateOrder?: "dmy" | "mdy" | "ymd";
                            }[];
                            privateHeadings: string[];
                            /** @description To be answered before there is a plan */
                            questions: {
                                code: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                columns: number[];
                                detail: string;
                            }[];
                            fingerprint: string;
                            remembered: boolean;
                        } | null;
                        values: {
                            /** @enum {string} */
                            field: "role" | "unit" | "school";
                            /** @description As it stands in the file */
                            value: string;
                            rows: number;
                            /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                            means: string | null;
                            label: string | null;
                            why: string;
                            /** @description What it could mean as well; never taken by itself */
                            suggestion: string | null;
                        }[];
                        /** @description Fields that this list changes for nobody */
                        keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                        counts: {
                            add: number;
                            update: number;
                            unchanged: number;
                            reactivate: number;
                            conflict: number;
                            not_on_list: number;
                            error: number;
                            skipped: number;
                            /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                            people: number;
                            /** @description Of not_on_list: those whom the file itself says have left */
                            leaving: number;
                            /** @description People on the system in the organisations the file covers */
                            here: number;
                            /** @description Of those, how many the file names, or may name in a row to put right */
                            matched: number;
                            /** @description What applying would do now, with what is ticked */
                            taking: {
                                add: number;
                                update: number;
                                reactivate: number;
                                archive: number;
                            };
                            /** @description What applying came to */
                            done?: {
                                added: number;
                                changed: number;
                                reactivated: number;
                                archived: number;
                                /** @description Leavers above the limit, who wait */
                                held: number;
                                /** @description Overtaken or refused at that moment; their rows say why */
                                notDone: number;
                                /** @description Departments that were made */
                                units: number;
                            };
                        } | null;
                        /** @description What applying would do, or did, in a sentence */
                        summary: string | null;
                        /** @description How the numbers add up */
                        sums: string[];
                        /** @description What is odd about the whole list, such as that every address would change */
                        notes: string[];
                        /** @description Leavers above the limit: they wait until their number is typed */
                        held: {
                            people: number;
                            limit: number;
                            detail: string;
                        } | null;
                        invite: string | null;
                        progress: {
                            done: number;
                            total: number;
                            etaSeconds: number | null;
                            sentence: string;
                        };
                        /** @description Of the emails this list asked for */
                        invitations: {
                            total: number;
                            handedOver: number;
                            problems: number;
                        } | null;
                        appliedBy: {
                            name: string;
                        } | null;
                        appliedAt: string | null;
                        undoUntil: string | null;
                        undoneAt: string | null;
                        fileKeptUntil: string | null;
                        /** @description apply, undo, archive_leavers, discard */
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, list_applied, rows_unknown, file_type, too_large, signed_out, not_found, busy_with_files, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    applyStaffList: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Memberships to archive, in place of those that are ticked */
                    leavers?: string[];
                    /** @description How many will be archived, typed; needed above the limit */
                    confirmCount?: number;
                    /**
                     * @description account: set up at once, with a one-time password by email; active and counted when it has left
                     * @default later
                     */
                    invite?: ("now" | "later" | "account") | string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description To quote to support */
                        reference: string;
                        /** Format: uuid */
                        organisationId: string;
                        organisationName: string;
                        fileName: string;
                        fileBytes: number;
                        /** @description SHA-256 of what was uploaded, in hex */
                        fileDigest: string;
                        /** @description What the browser said of the file it read */
                        originalSentences: string[];
                        everyone: boolean;
                        madeBy: {
                            name: string;
                        } | null;
                        madeAt: string;
                        touchedAt: string;
                        /** @enum {string} */
                        state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                        stateLabel: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        reading: {
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "zip";
                            encoding: string | null;
                            otherEncodings: string[];
                            delimiter: string | null;
                            sheet: string;
                            sheets: {
                                name: string;
                                rows: number;
                            }[];
                            /** @description 0: there are none */
                            headingRow: number;
                            titleRows: number;
                            blankRows: number;
                            totalRows: number;
                            /** @description Rows with somebody on them */
                            people: number;
                            /** @description What was decided, in words */
                            sentences: string[];
                            columns: {
                                index: number;
                                heading: string;
                                samples: string[];
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                /** @enum {string} */
                                state: "used" | "unused" | "private" | "contested";
                                why: string;
                                /** @enum {string} */
                                dateOrder?: "dmy" | "mdy" | "ymd";
                            }[];
                            privateHeadings: string[];
                            /** @description To be answered before there is a plan */
                            questions: {
                                code: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                columns: number[];
                                detail: string;
                            }[];
                            fingerprint: string;
                            remembered: boolean;
                        } | null;
                        values: {
                            /** @enum {string} */
                            field: "role" | "unit" | "school";
                            /** @description As it stands in the file */
                            value: string;
                            rows: number;
                            /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                            means: string | null;
                            label: string | null;
                            why: string;
                            /** @description What it could mean as well; never taken by itself */
                            suggestion: string | null;
                        }[];
                        /** @description Fields that this list changes for nobody */
                        keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                        counts: {
                            add: number;
                            update: number;
                            unchanged: number;
                            reactivate: number;
                            conflict: number;
                            not_on_list: number;
                            error: number;
                            skipped: number;
                            /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                            people: number;
                            /** @description Of not_on_list: those whom the file itself says have left */
                            leaving: number;
                            /** @description People on the system in the organisations the file covers */
                            here: number;
                            /** @description Of those, how many the file names, or may name in a row to put right */
                            matched: number;
                            /** @description What applying would do now, with what is ticked */
                            taking: {
                                add: number;
                                update: number;
                                reactivate: number;
                                archive: number;
                            };
                            /** @description What applying came to */
                            done?: {
                                added: number;
                                changed: number;
                                reactivated: number;
                                archived: number;
                                /** @description Leavers above the limit, who wait */
                                held: number;
                                /** @description Overtaken or refused at that moment; their rows say why */
                                notDone: number;
                                /** @description Departments that were made */
                                units: number;
                            };
                        } | null;
                        /** @description What applying would do, or did, in a sentence */
                        summary: string | null;
                        /** @description How the numbers add up */
                        sums: string[];
                        /** @description What is odd about the whole list, such as that every address would change */
                        notes: string[];
                        /** @description Leavers above the limit: they wait until their number is typed */
                        held: {
                            people: number;
                            limit: number;
                            detail: string;
                        } | null;
                        invite: string | null;
                        progress: {
                            done: number;
                            total: number;
                            etaSeconds: number | null;
                            sentence: string;
                        };
                        /** @description Of the emails this list asked for */
                        invitations: {
                            total: number;
                            handedOver: number;
                            problems: number;
                        } | null;
                        appliedBy: {
                            name: string;
                        } | null;
                        appliedAt: string | null;
                        undoUntil: string | null;
                        undoneAt: string | null;
                        fileKeptUntil: string | null;
                        /** @description apply, undo, archive_leavers, discard */
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, stale_plan, list_applied, not_ready, too_late, count_changed, send_at_past, send_at_far, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    downloadStaffListResult: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    previewStaffListUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        summary: string;
                        reversed: number;
                        kept: number;
                        /** @description What cannot be undone */
                        cannot: string[];
                        people: {
                            /** Format: uuid */
                            personId: string;
                            name: string;
                            /** @description Such as “Last name back to Smith” */
                            what: string;
                            /** @enum {string} */
                            outcome: "reversed" | "kept";
                            /** @description Why it is kept, and who changed it */
                            reason: string | null;
                        }[];
                        /** @description How many more there are than listed */
                        more: number;
                    };
                };
            };
            /** @description Refusals: forbidden, not_undoable, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    undoStaffList: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description To quote to support */
                        reference: string;
                        /** Format: uuid */
                        organisationId: string;
                        organisationName: string;
                        fileName: string;
                        fileBytes: number;
                        /** @description SHA-256 of what was uploaded, in hex */
                        fileDigest: string;
                        /** @description What the browser said of the file it read */
                        originalSentences: string[];
                        everyone: boolean;
                        madeBy: {
                            name: string;
                        } | null;
                        madeAt: string;
                        touchedAt: string;
                        /** @enum {string} */
                        state: "analysing" | "ready" | "applying" | "applied" | "undoing" | "undone" | "failed";
                        stateLabel: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        reading: {
                            /** @enum {string} */
                            format: "csv" | "xlsx" | "zip";
                            encoding: string | null;
                            otherEncodings: string[];
                            delimiter: string | null;
                            sheet: string;
                            sheets: {
                                name: string;
                                rows: number;
                            }[];
                            /** @description 0: there are none */
                            headingRow: number;
                            titleRows: number;
                            blankRows: number;
                            totalRows: number;
                            /** @description Rows with somebody on them */
                            people: number;
                            /** @description What was decided, in words */
                            sentences: string[];
                            columns: {
                                index: number;
                                heading: string;
                                samples: string[];
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                /** @enum {string} */
                                state: "used" | "unused" | "private" | "contested";
                                why: string;
                                /** @enum {string} */
                                dateOrder?: "dmy" | "mdy" | "ymd";
                            }[];
                            privateHeadings: string[];
                            /** @description To be answered before there is a plan */
                            questions: {
                                code: string;
                                field: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username") | null;
                                columns: number[];
                                detail: string;
                            }[];
                            fingerprint: string;
                            remembered: boolean;
                        } | null;
                        values: {
                            /** @enum {string} */
                            field: "role" | "unit" | "school";
                            /** @description As it stands in the file */
                            value: string;
                            rows: number;
                            /** @description Key of a role, id of a unit or school, `new` for a unit to be made, or null for nothing */
                            means: string | null;
                            label: string | null;
                            why: string;
                            /** @description What it could mean as well; never taken by itself */
                            suggestion: string | null;
                        }[];
                        /** @description Fields that this list changes for nobody */
                        keep: ("email" | "givenName" | "familyName" | "fullName" | "staffNumber" | "sourceId" | "jobTitle" | "role" | "unit" | "school" | "relationship" | "startDate" | "leavingDate" | "status" | "username")[];
                        counts: {
                            add: number;
                            update: number;
                            unchanged: number;
                            reactivate: number;
                            conflict: number;
                            not_on_list: number;
                            error: number;
                            skipped: number;
                            /** @description Rows of the file with somebody on them, each once for every school it names: the sum of all outcomes but not_on_list, and leaving */
                            people: number;
                            /** @description Of not_on_list: those whom the file itself says have left */
                            leaving: number;
                            /** @description People on the system in the organisations the file covers */
                            here: number;
                            /** @description Of those, how many the file names, or may name in a row to put right */
                            matched: number;
                            /** @description What applying would do now, with what is ticked */
                            taking: {
                                add: number;
                                update: number;
                                reactivate: number;
                                archive: number;
                            };
                            /** @description What applying came to */
                            done?: {
                                added: number;
                                changed: number;
                                reactivated: number;
                                archived: number;
                                /** @description Leavers above the limit, who wait */
                                held: number;
                                /** @description Overtaken or refused at that moment; their rows say why */
                                notDone: number;
                                /** @description Departments that were made */
                                units: number;
                            };
                        } | null;
                        /** @description What applying would do, or did, in a sentence */
                        summary: string | null;
                        /** @description How the numbers add up */
                        sums: string[];
                        /** @description What is odd about the whole list, such as that every address would change */
                        notes: string[];
                        /** @description Leavers above the limit: they wait until their number is typed */
                        held: {
                            people: number;
                            limit: number;
                            detail: string;
                        } | null;
                        invite: string | null;
                        progress: {
                            done: number;
                            total: number;
                            etaSeconds: number | null;
                            sentence: string;
                        };
                        /** @description Of the emails this list asked for */
                        invitations: {
                            total: number;
                            handedOver: number;
                            problems: number;
                        } | null;
                        appliedBy: {
                            name: string;
                        } | null;
                        appliedAt: string | null;
                        undoUntil: string | null;
                        undoneAt: string | null;
                        fileKeptUntil: string | null;
                        /** @description apply, undo, archive_leavers, discard */
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, not_undoable, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    exportStaffList: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
                /** @description Why they are taken away; needed for more than 50 people, and kept in the record, encrypted */
                reason?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, reauth_required, export_limit, reason_required, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    exportPeople: {
        parameters: {
            query?: {
                /** @description One or more, with commas */
                status?: string;
                /** @description One or more, with commas */
                role?: string;
                /** @description One or more, with commas; a unit counts with those inside it */
                unit?: string;
                /** @description One or more, with commas; together with `include=below` */
                school?: string;
                view?: "invitations" | "not_registered" | "email_problems" | "admins" | "leavers" | "new_this_term" | "archived";
                /** @description Words, each found in name, email, staff number, job title or labels */
                q?: string;
                /** @description `below`: also those of the organisations below */
                include?: "below";
                /** @description `key=value`, or `key` with any value; a comma in it as %2C. One or more, with commas */
                label?: string;
                /** @description Never, in the last 30 days, or last more than 120 days ago */
                lastActive?: "never" | "30d" | "unused_120d";
                /** @description `soon`: leaves or is deleted within 30 days; `passed`: the leaving date is over */
                leaving?: "soon" | "passed";
                /** @description Only who has a role of an admin’s level */
                admin?: "yes";
                /** @description One or more, with commas */
                relationship?: string;
                /** @description How they came to be here. One or more, with commas */
                source?: string;
                /** @description Whether a staff list still names them. One or more, with commas */
                sync?: string;
                /** @description Only who isn’t on the last staff list of everyone */
                listed?: "no";
                /** @description Addresses to find, with commas; at most 200 */
                emails?: string;
                format?: "csv" | "xlsx";
                /** @description Why they are taken away; needed for more than 50 people, and kept in the record, encrypted */
                reason?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, reauth_required, export_limit, reason_required, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listBulkActions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: ("invite" | "resend" | "cancel" | "pause" | "archive" | "reactivate" | "unlock" | "reset_password" | "sign_out" | "label")[];
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    changeManyPeople: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "invite" | "resend" | "cancel" | "pause" | "archive" | "reactivate" | "unlock" | "reset_password" | "sign_out" | "label";
                    select: {
                        ids: string[];
                    } | {
                        filter: {
                            /** @description One or more, with commas */
                            status?: string;
                            /** @description One or more, with commas */
                            role?: string;
                            /** @description One or more, with commas; a unit counts with those inside it */
                            unit?: string;
                            /** @description One or more, with commas; together with `include=below` */
                            school?: string;
                            /** @enum {string} */
                            view?: "invitations" | "not_registered" | "email_problems" | "admins" | "leavers" | "new_this_term" | "archived";
                            /** @description Words, each found in name, email, staff number, job title or labels */
                            q?: string;
                            /**
                             * @description `below`: also those of the organisations below
                             * @enum {string}
                             */
                            include?: "below";
                            /** @description `key=value`, or `key` with any value; a comma in it as %2C. One or more, with commas */
                            label?: string;
                            /**
                             * @description Never, in the last 30 days, or last more than 120 days ago
                             * @enum {string}
                             */
                            lastActive?: "never" | "30d" | "unused_120d";
                            /**
                             * @description `soon`: leaves or is deleted within 30 days; `passed`: the leaving date is over
                             * @enum {string}
                             */
                            leaving?: "soon" | "passed";
                            /**
                             * @description Only who has a role of an admin’s level
                             * @enum {string}
                             */
                            admin?: "yes";
                            /** @description One or more, with commas */
                            relationship?: string;
                            /** @description How they came to be here. One or more, with commas */
                            source?: string;
                            /** @description Whether a staff list still names them. One or more, with commas */
                            sync?: string;
                            /**
                             * @description Only who isn’t on the last staff list of everyone
                             * @enum {string}
                             */
                            listed?: "no";
                            /** @description Addresses to find, with commas; at most 200 */
                            emails?: string;
                        };
                    };
                    /** @description How many you saw: another number stops everything. Needed, but for a dry run */
                    expectedCount?: number;
                    /** @description What a dry run said of who they are */
                    snapshot?: string;
                    /**
                     * @description Only say what would happen
                     * @default false
                     */
                    dryRun?: boolean;
                    /** @description Kept in the record, and shown only there */
                    reason?: string;
                    /**
                     * Format: date
                     * @description With `archive`: last day of work, not after the last day with access
                     */
                    leavingDate?: string;
                    /**
                     * Format: date
                     * @description With `pause` and `archive`: last day with access; left out, it ends now
                     */
                    on?: string;
                    /** @description Whether they are told by email */
                    tell?: boolean;
                    /**
                     * Format: uuid
                     * @description With `pause` and `archive`: who leads at once the units that nobody would lead any more, by membership
                     */
                    handOverTo?: string;
                    /** @description With `label` */
                    labels?: {
                        set?: {
                            [key: string]: string;
                        };
                        remove?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        action: "invite" | "resend" | "cancel" | "pause" | "archive" | "reactivate" | "unlock" | "reset_password" | "sign_out" | "label";
                        /** @description What doing it would be, in words to show */
                        title: string;
                        count: number;
                        snapshot: string;
                        fits: number;
                        skipped: {
                            code: string;
                            sentence: string;
                            count: number;
                            people: string[];
                        }[];
                        changes: string[];
                        keeps: string[];
                        /** @description What somebody else has to take over */
                        handsOver: string[];
                        /** @description Of pausing and archiving: how many units `handOverTo` could be given, if any */
                        handOver: {
                            units: number;
                            allowed: boolean;
                            reason: string | null;
                        } | null;
                        blocks: {
                            code: string;
                            sentence: string;
                        }[];
                        /** @description Show all this and ask once more before anything is done */
                        needsPage: boolean;
                        today: string;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Of the job
                         */
                        id: string;
                    };
                };
            };
            /** @description Refusals: forbidden, person_unknown, too_many_people, leaving_date_to_come, selection_changed, successor_unknown, successor_leaves, successor_not_active, successor_elsewhere, not_your_own_roles, role_above_yours, person_above_yours, reauth_required, signed_out, not_found, unknown_field, missing, wrong_shape, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                outcome?: "done" | "skipped";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        action: "invite" | "resend" | "cancel" | "pause" | "archive" | "reactivate" | "unlock" | "reset_password" | "sign_out" | "label";
                        title: string;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "waiting" | "done" | "failed" | "undoing" | "undone";
                        /** @description How far it is, or what came of it, in words to show */
                        sentence: string;
                        problem: {
                            code: string;
                            detail: string;
                        } | null;
                        madeBy: string | null;
                        madeAt: string;
                        doneAt: string | null;
                        undoneBy: string | null;
                        undoneAt: string | null;
                        progress: {
                            done: number;
                            total: number;
                            etaSeconds: number | null;
                        };
                        counts: {
                            done: number;
                            skipped: number;
                            reversed: number;
                            kept: number;
                        };
                        reasons: {
                            code: string;
                            sentence: string;
                            count: number;
                            /** @enum {string} */
                            of: "skipped" | "kept";
                        }[];
                        undo: {
                            undoable: boolean;
                            possible: boolean;
                            reason: string | null;
                        };
                        results: {
                            data: {
                                /**
                                 * Format: uuid
                                 * @description Of the membership
                                 */
                                id: string;
                                name: string;
                                email: string;
                                school: string;
                                /** @description Whether they are still on the list */
                                here: boolean;
                                /** @enum {string} */
                                outcome: "done" | "skipped" | "undone" | "kept";
                                code: string | null;
                                /** @description Why not, in words to show */
                                sentence: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
            /** @description Refusals: forbidden, cursor_wrong, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    downloadJobResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    undoJob: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Refusals: forbidden, not_undoable, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    listActivity: {
        parameters: {
            query?: {
                /** @description Rows to a page */
                limit?: number;
                /** @description The `next` of the page before */
                after?: string;
                /** @description Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is */
                count?: "exact" | "estimate" | "none";
                /** @description Account of who did it */
                actor?: string;
                /** @description Account of who it was done to */
                subject?: string;
                /** @description Words of the name or address of either */
                q?: string;
                /** @description One or more, with commas, of people, invitations, access, sign_in, staff_lists, places, email, refused, record */
                what?: string;
                /** @description One or more, with commas, of console, api, scim, cli, job */
                door?: string;
                /** @description First day, where the organisation is */
                from?: string;
                /** @description Last day, where the organisation is */
                to?: string;
                /** @description `below`: also the organisations below */
                include?: "below";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            at: string;
                            event: string;
                            /** @enum {string} */
                            group: "people" | "invitations" | "access" | "sign_in" | "staff_lists" | "places" | "email" | "refused" | "record";
                            groupLabel: string;
                            sentence: string;
                            /** @description The sentence in pieces, with who is named in it */
                            parts: {
                                text: string;
                                /** @enum {string} */
                                who?: "actor" | "subject";
                            }[];
                            actor: {
                                /** @description Of the account; null for whoever has none */
                                id: string | null;
                                name: string;
                                /** @description Their membership, if you may open their page */
                                personId: string | null;
                            };
                            subject: {
                                /** @description Of the account; null for whoever has none */
                                id: string | null;
                                name: string;
                                /** @description Their membership, if you may open their page */
                                personId: string | null;
                            } | null;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            door: string;
                            doorLabel: string;
                            changes: {
                                label: string;
                                before: string | null;
                                after: string | null;
                            }[];
                            facts: {
                                label: string;
                                value: string;
                            }[];
                            /** @description Network address and browser, for who may see it */
                            origin: {
                                address: string | null;
                                userAgent: string | null;
                            } | null;
                            requestId: string | null;
                        }[];
                        /** @description Ask for it as `after` to get the next page; null on the last */
                        next: string | null;
                        /** @description Rows on all pages */
                        total?: number;
                        /** @description With `total`: false where it was counted to the end, true where there are at least so many */
                        totalIsEstimate?: boolean;
                        filters: {
                            groups: {
                                key: string;
                                label: string;
                            }[];
                            doors: {
                                key: string;
                                label: string;
                            }[];
                            /** @description The name behind `actor` */
                            actor: string | null;
                            /** @description The name behind `subject` */
                            subject: string | null;
                        };
                        record: {
                            /** @description When the newest sealed entry was made */
                            sealedThrough: string | null;
                            /** @description Whether younger entries wait for the next seal */
                            waiting: boolean;
                            /** @description How the whole record was found when it was last looked at */
                            lastCheck: {
                                /** @description When it was looked at */
                                at: string;
                                /** @description Entries that are as they were sealed */
                                sealed: number;
                                /** @description Those of them that were forgotten in their time */
                                forgotten: number;
                                /** @description Signed anchors outside the database that they were held against */
                                anchors: number;
                                fromAt: string | null;
                                throughAt: string | null;
                                /** @description First position that is not as it was sealed */
                                firstBad: number | null;
                                /** @description What is wrong, in words; null when all is well */
                                problem: string | null;
                            } | null;
                        };
                        actions: {
                            action: string;
                            allowed: boolean;
                            /** @description Why not, in words to show */
                            reason?: string;
                        }[];
                    };
                };
            };
            /** @description Refusals: forbidden, cursor_wrong, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    exportActivity: {
        parameters: {
            query?: {
                /** @description Account of who did it */
                actor?: string;
                /** @description Account of who it was done to */
                subject?: string;
                /** @description Words of the name or address of either */
                q?: string;
                /** @description One or more, with commas, of people, invitations, access, sign_in, staff_lists, places, email, refused, record */
                what?: string;
                /** @description One or more, with commas, of console, api, scim, cli, job */
                door?: string;
                /** @description First day, where the organisation is */
                from?: string;
                /** @description Last day, where the organisation is */
                to?: string;
                /** @description `below`: also the organisations below */
                include?: "below";
                /** @description `jsonl`: an entry to a line, as in the list */
                format?: "csv" | "jsonl";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Refusals: forbidden, reauth_required, too_many_entries, signed_out, not_found, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
    verifyRecord: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description When it was looked at */
                        at: string;
                        /** @description Entries that are as they were sealed */
                        sealed: number;
                        /** @description Those of them that were forgotten in their time */
                        forgotten: number;
                        /** @description Signed anchors outside the database that they were held against */
                        anchors: number;
                        fromAt: string | null;
                        throughAt: string | null;
                        /** @description First position that is not as it was sealed */
                        firstBad: number | null;
                        /** @description What is wrong, in words; null when all is well */
                        problem: string | null;
                    };
                };
            };
            /** @description Refusals: forbidden, signed_out, not_found, wrong_origin, unavailable */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        /** @description What happened and what to do, in words to show */
                        detail: string;
                        instance: string;
                        /** @description Stable; write programs against it */
                        code: string;
                        /** @description Quote it when asking for help */
                        requestId: string;
                        errors?: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                    };
                };
            };
        };
    };
}
